package io.seedhouse.packager.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One program run to its end, with the time it took. */
record Step(String name, List<String> command) {
    private static final long LIMIT_SECONDS = 600;

    /**
     * Runs it in a folder.
     *
     * @return seconds from start to end
     */
    double run(Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(name + " did not end in " + LIMIT_SECONDS + " s");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(name + " failed: " + java.nio.file.Files.readString(said));
        }
        return seconds;
    }
}
