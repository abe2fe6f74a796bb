package io.seedhouse.publisher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The bundled ffmpeg, run without a shell, with the file protocol only, at low priority and with
 * limits on time and output.
 *
 * @param program its libraries lie in the same folder
 * @param folder where it runs; file names in its arguments are relative to it
 */
record Ffmpeg(Path program, Path folder) {
    private static final String LARGEST_OUTPUT = "200M";
    private static final Path NICE = Path.of("/usr/bin/nice");

    /**
     * @param arguments between the general options and the end, the output last
     * @throws DemoFailed when it is missing, fails or takes longer than {@code limit}
     */
    void run(List<String> arguments, Duration limit) {
        if (!Files.isRegularFile(program)) {
            throw new DemoFailed("there is no ffmpeg at " + program);
        }
        Path complaints = folder.resolve("ffmpeg.log");
        try {
            Process process = start(arguments, complaints);
            try {
                if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                    throw new DemoFailed("ffmpeg took longer than " + limit.toSeconds() + " s");
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw new DemoFailed("ffmpeg failed: " + lastLine(complaints));
            }
        } catch (IOException e) {
            throw new DemoFailed("ffmpeg cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("the server is stopping; it is made at the next start", e);
        }
    }

    private Process start(List<String> arguments, Path complaints) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command(arguments))
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(complaints.toFile());
        builder.environment().clear();
        builder.environment()
                .put(
                        "LD_LIBRARY_PATH",
                        program.toAbsolutePath().resolveSibling(".").normalize().toString());
        return builder.start();
    }

    private List<String> command(List<String> arguments) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        line.add(program.toAbsolutePath().toString());
        line.addAll(List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
        line.addAll(List.of("-protocol_whitelist", "file"));
        line.addAll(arguments.subList(0, arguments.size() - 1));
        line.addAll(List.of("-fs", LARGEST_OUTPUT, arguments.getLast()));
        return line;
    }

    private static String lastLine(Path complaints) throws IOException {
        try (Stream<String> lines = Files.lines(complaints)) {
            return lines.reduce((a, b) -> b).orElse("it did not say why");
        }
    }
}
