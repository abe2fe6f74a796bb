package io.seedhouse.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A start that cannot be: one line on the error stream and a non-zero status. The build that called
 * answers a status with a stack trace, so it takes the refusal from the file named by the system
 * property {@code seedhouse.refusal} instead.
 */
final class Refusal {

    static final int STATUS = 1;

    private Refusal() {}

    static void end(String sentence) {
        tell(sentence);
        System.exit(STATUS);
    }

    static void tell(String sentence) {
        System.err.println("seedhouse: " + sentence);
        try {
            if (file().isPresent()) {
                Files.createDirectories(file().get().getParent());
                Files.writeString(file().get(), sentence);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the refusal of an earlier start. */
    static void forget() {
        try {
            if (file().isPresent()) {
                Files.deleteIfExists(file().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty("seedhouse.refusal"))
                .map(name -> Path.of(name).toAbsolutePath());
    }
}
