package io.seedhouse.packager.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether a disk has room, asked before hours of work rather than found out at their end. */
final class Space {
    private Space() {}

    /**
     * @param needed bytes of the whole bundle
     * @param begun the folder with what an earlier run wrote of it
     */
    static void check(Path out, long needed, Path begun) throws IOException {
        long missing = needed - written(begun);
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

    private static long written(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        long written = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                written += Files.size(path);
            }
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
