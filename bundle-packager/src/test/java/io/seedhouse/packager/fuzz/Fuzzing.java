package io.seedhouse.packager.fuzz;

import java.io.IOException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Coverage-guided fuzzing: {@code mvn -Pfuzz -pl bundle-packager verify}. By default each target
 * for some seconds; how to fuzz longer is in docs/fuzzing.md.
 */
class Fuzzing {
    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
        FuzzWish.carryOut(target);
    }
}
