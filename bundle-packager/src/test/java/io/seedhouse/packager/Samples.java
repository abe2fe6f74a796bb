package io.seedhouse.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/** Content for tests: random to look at, the same in every run. */
public final class Samples {
    private Samples() {}

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    public static Path file(Path path, int length) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        return Files.write(path, bytes(length));
    }

    /** What an exception says; ours always say something. */
    public static String message(Throwable thrown) {
        return Objects.requireNonNull(thrown.getMessage());
    }

    /** Changes one byte in place. */
    public static void damage(Path file, int offset) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] ^= 1;
        Files.write(file, bytes);
    }

    /** Keeps only the first bytes. */
    public static void cut(Path file, int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    }
}
