package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program as a person would, and bounds how long that may take. */
final class CommandLine {

    /**
     * @param output standard output
     * @param errors standard error
     */
    record Outcome(int status, String output, String errors) {
        String all() {
            return output + errors;
        }
    }

    private static final long LIMIT_SECONDS = 180;

    private CommandLine() {}

    /** Our own command line, from the jar that the build made. */
    static Outcome seedhouse(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Objects.requireNonNull(System.getProperty("seedhouse.it.cli"));
        return run(Stream.concat(Stream.of(java, "-jar", jar), Stream.of(arguments)).toList());
    }

    static Outcome run(List<String> command) throws IOException {
        return run(command, PlatformUnderTest.scratch());
    }

    /** Runs a program in this folder. */
    static Outcome run(List<String> command, Path folder) throws IOException {
        Path log =
                java.nio.file.Files.createTempFile(PlatformUnderTest.scratch(), "output", ".txt");
        Path errors = log.resolveSibling(log.getFileName() + ".errors");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(errors.toFile())
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + text(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return new Outcome(process.exitValue(), text(log), text(errors));
    }

    /** Runs what must succeed. */
    static String succeed(List<String> command) throws IOException {
        Outcome outcome = run(command);
        assertEquals(0, outcome.status(), command + ": " + outcome.all());
        return outcome.output();
    }

    static void assertOneLine(Outcome outcome, String... words) {
        assertEquals(1, outcome.errors().strip().lines().count(), outcome.all());
        for (String word : words) {
            assertTrue(outcome.errors().contains(word), outcome.all());
        }
    }

    private static String text(Path log) throws IOException {
        return new String(java.nio.file.Files.readAllBytes(log), StandardCharsets.UTF_8);
    }
}
