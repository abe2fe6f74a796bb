package io.seedhouse.packager.packing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether a disk has room, asked before hours of work rather than found out at their end. */
final class Space {
    private Space() {}

    /**
     * @param missing bytes still to be written
     */
    static void check(Path out, long missing) throws IOException {
        long free = Files.getFileStore(existing(out)).getUsableSpace();
        if (missing > free) {
            throw new PackException(
                    "%s has not enough room: %s more are needed, %s are free, so %s are missing"
                            .formatted(
                                    out,
                                    ByteCount.text(missing),
                                    ByteCount.text(free),
                                    ByteCount.text(missing - free)));
        }
    }

    /** Bytes of the files in the folder, which need not exist and is this process's own. */
    static long used(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        long written = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                written += Files.size(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a folder that cannot be read, met on the way
        }
        return written;
    }

    private static Path existing(Path path) {
        Path at = path.toAbsolutePath().normalize();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }
}
