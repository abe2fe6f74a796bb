package io.seedhouse.packager.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A hidden folder for what is not yet done; it goes when closed, and when the user interrupts. */
final class Staging implements AutoCloseable {
    private final Path folder;
    private final Thread onInterrupt = new Thread(this::deleteQuietly);

    /** Makes the folder inside {@code parent}, and that where it is missing. */
    Staging(Path parent) throws IOException {
        Files.createDirectories(parent);
        folder = Files.createDirectory(parent.resolve(".seedhouse-" + UUID.randomUUID() + ".part"));
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** A path below it whose folders exist. */
    Path place(String path) throws IOException {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        return target;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // The hook is at work already.
        }
        delete();
    }

    private void deleteQuietly() {
        try {
            delete();
        } catch (IOException e) {
            System.err.println(folder + " is left over; delete it");
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
