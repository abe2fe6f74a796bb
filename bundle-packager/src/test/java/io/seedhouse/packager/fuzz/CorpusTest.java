package io.seedhouse.packager.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The readers still stand what fuzzing has tried on them; fuzzing itself is {@code Fuzzing}. */
class CorpusTest {
    @ParameterizedTest
    @EnumSource
    void standsTheSeeds(FuzzTarget target) throws IOException {
        standsAll(target, target.seeds());
    }

    @ParameterizedTest
    @EnumSource
    void standsWhatFuzzingFound(FuzzTarget target) throws IOException {
        standsAll(target, Corpus.of(target).inputs());
    }

    private static void standsAll(FuzzTarget target, List<byte[]> inputs) {
        assertFalse(inputs.isEmpty());
        for (byte[] input : inputs) {
            try {
                target.attempt(input);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("on " + Base64.getEncoder().encodeToString(input), e);
            }
        }
    }
}
