package io.seedhouse.packager.fuzz;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** What the command line wants fuzzed, and for how long: the properties of docs/fuzzing.md. */
public final class FuzzWish {
    private FuzzWish() {}

    /**
     * Fuzzes a target if it is wanted, and tells how it went.
     *
     * @throws AssertionError when a failure was found
     */
    public static void carryOut(Target target) throws IOException, InterruptedException {
        String wanted = System.getProperty("fuzz.target", "none outside of the profile");
        Assumptions.assumeTrue(wanted.equals("all") || wanted.equals(target.toString()));
        FuzzRun run = new FuzzRun(target);
        String said = run.run(limit(), Long.parseLong(property("seed")));
        System.out.println(
                said.lines()
                        .filter(FuzzWish::tells)
                        .collect(joining("\n", "== " + target + "\n", "")));
        if (Boolean.parseBoolean(property("keep"))) {
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
