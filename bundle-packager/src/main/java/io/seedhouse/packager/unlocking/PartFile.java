package io.seedhouse.packager.unlocking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Writes a large file under a temporary name and gives it its own only when it is whole. */
final class PartFile {
    private static final int BUFFER = 1 << 20;

    private PartFile() {}

    /** Copies all of {@code in}; on any failure no part stays and the target is untouched. */
    static void write(Path target, InputStream in, LongConsumer progress) throws IOException {
        Path part = target.resolveSibling(".seedhouse-" + UUID.randomUUID() + ".part");
        try {
            try (FileChannel out =
                    FileChannel.open(
                            part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(in, out, progress);
                out.force(true);
            }
            Files.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream in, FileChannel out, LongConsumer progress)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.readNBytes(buffer, 0, BUFFER);
                count > 0;
                count = in.readNBytes(buffer, 0, BUFFER)) {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            progress.accept(count);
        }
    }
}
