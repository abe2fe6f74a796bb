package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes small files so that a crash, even of the power, leaves the old one, the new one or none,
 * but never a part; what is written is on disk when the call returns.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Replaces the file, making its folder where it is missing. */
    public static void write(Path target, byte[] bytes) throws IOException {
        Path folder =
                Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (FileChannel out =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Makes the names in a folder, new and moved ones, survive a power cut; where folders cannot be
     * opened, as on Windows, that is left to the system.
     */
    public static void syncFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
