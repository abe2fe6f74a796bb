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
    private static final String SUFFIX = ".age";
    private static final Path LOCKED = Path.of("locked");

    /**
     * The file itself, or all below a folder, in order of their names. A link is followed when it
     * is the path itself or stands for a file, so no search can go round in circles.
     */
    static List<LockedFile> below(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        Path root = Files.isDirectory(path) ? path.toRealPath() : path;
        try (Stream<Path> walk = Files.walk(root)) {
            List<LockedFile> files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .map(file -> of(path, root, file))
                            .toList();
            if (files.isEmpty()) {
                throw new IOException(path + " is or holds no file ending in " + SUFFIX);
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a folder that cannot be read, met on the way
        }
    }

    private static LockedFile of(Path given, Path root, Path file) {
        boolean single = root.equals(file);
        Path below = single ? file.getFileName() : root.relativize(file);
        Path source = single ? given : given.resolve(below);
        for (int i = 0; i < below.getNameCount() - 1; i++) {
            if (below.getName(i).equals(LOCKED)) {
                below = below.subpath(i + 1, below.getNameCount());
                break;
            }
        }
        String name = below.getFileName().toString();
        String plain = name.substring(0, name.length() - SUFFIX.length());
        return new LockedFile(source, below.resolveSibling(plain.isEmpty() ? name : plain));
    }
}
