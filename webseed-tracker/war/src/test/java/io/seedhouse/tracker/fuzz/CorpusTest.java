package io.seedhouse.tracker.fuzz;

import io.seedhouse.packager.fuzz.Corpus;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The readers still stand what fuzzing has tried on them. */
class CorpusTest {
    @ParameterizedTest
    @MethodSource("io.seedhouse.tracker.fuzz.FuzzTarget#all")
    void standsTheSeeds(FuzzTarget target) {
        Corpus.replay(target, target.seeds());
    }

    @ParameterizedTest
    @MethodSource("io.seedhouse.tracker.fuzz.FuzzTarget#all")
    void standsWhatFuzzingFound(FuzzTarget target) throws IOException {
        Corpus.replay(target, Corpus.of(target).inputs());
    }
}
