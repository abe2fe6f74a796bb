package io.seedhouse.tracker.fuzz;

import io.seedhouse.packager.fuzz.FuzzWish;
import java.io.IOException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage-guided fuzzing: {@code mvn -Pfuzz -pl webseed-tracker/war -am verify}. */
class Fuzzing {
    @ParameterizedTest
    @MethodSource("io.seedhouse.tracker.fuzz.FuzzTarget#all")
    @Execution(ExecutionMode.CONCURRENT)
    void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
        FuzzWish.carryOut(target);
    }
}
