package io.seedhouse.packager.fuzz;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Coverage-guided fuzzing: {@code mvn -Pfuzz -pl bundle-packager verify}. By default each target
 * for some seconds; how to fuzz longer is in docs/fuzzing.md.
 */
class Fuzzing {
    private static final String WANTED = property("target");
    private static final boolean KEEP = Boolean.parseBoolean(property("keep"));

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
        Assumptions.assumeTrue(WANTED.equals("all") || WANTED.equals(target.toString()));
        FuzzRun run = new FuzzRun(target);
        String said = run.run(limit(), Long.parseLong(property("seed")));
        System.out.println(
                said.lines()
                        .filter(Fuzzing::tells)
                        .collect(joining("\n", "== " + target + "\n", "")));
        if (KEEP) {
            run.keep();
        }
    }

    private static String limit() {
        String runs = property("runs");
        return runs.equals("0") ? "-max_total_time=" + property("seconds") : "-runs=" + runs;
    }

    private static boolean tells(String line) {
        return line.contains("DONE") || line.startsWith("stat::") || line.startsWith("memory: ");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("fuzz." + name), name);
    }
}
