package io.seedhouse.packager.unlocking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An encrypted file found on disk, and where its plain file belongs below the output folder. */
record LockedFile(Path source, Path plainPath) {
    private static final Path LOCKED = Path.of("locked");

    /** The file itself, or all below a folder, in order of their names. */
    static List<LockedFile> below(Path path, String suffix) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<LockedFile> files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().endsWith(suffix))
                            .sorted()
                            .map(file -> of(path, file, suffix))
                            .toList();
            if (files.isEmpty()) {
                throw new IOException(path + " is or holds no file ending in " + suffix);
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a folder that cannot be read, met on the way
        }
    }

    private static LockedFile of(Path root, Path file, String suffix) {
        Path below = root.equals(file) ? file.getFileName() : root.relativize(file);
        for (int i = 0; i < below.getNameCount() - 1; i++) {
            if (below.getName(i).equals(LOCKED)) {
                below = below.subpath(i + 1, below.getNameCount());
                break;
            }
        }
        String name = below.getFileName().toString();
        String plain = name.substring(0, name.length() - suffix.length());
        return new LockedFile(file, below.resolveSibling(plain.isEmpty() ? name : plain));
    }
}
