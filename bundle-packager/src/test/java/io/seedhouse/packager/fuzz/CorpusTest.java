package io.seedhouse.packager.fuzz;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The readers still stand what fuzzing has tried on them; fuzzing itself is {@code Fuzzing}. */
class CorpusTest {
    @ParameterizedTest
    @EnumSource
    void standsTheSeeds(FuzzTarget target) throws IOException {
        Corpus.replay(target, target.seeds());
    }

    @ParameterizedTest
    @EnumSource
    void standsWhatFuzzingFound(FuzzTarget target) throws IOException {
        Corpus.replay(target, Corpus.of(target).inputs());
    }
}
