package io.seedhouse.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a program did when it was run as a person would.
 *
 * @param output standard output
 * @param errors standard error
 */
public record Program(int status, String output, String errors) {
    private static final long LIMIT_SECONDS = 120;

    /** The jar that the build made of the command line. */
    public static Path jar() {
        return target("seedhouse.jar");
    }

    /** A file in the build's folder. */
    public static Path target(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty("seedhouse.target")), name);
    }

    /** The Java that runs the tests. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Runs a command with this environment and nothing else in it. */
    public static Program run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        Path errors = Files.createTempFile("errors", ".txt");
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process =
                    builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
            return new Program(process.exitValue(), text(output), text(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
