package io.seedhouse.paygate.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that only the account running the server may read.
 *
 * @param path where it lies
 */
public record PrivateFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /** Whether it is there. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The text in it.
     *
     * @throws IllegalStateException when others may read it: a leaked secret is not used silently
     * @throws IOException when it cannot be read
     */
    public String read() throws IOException {
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeIf(right -> right.name().startsWith("OWNER_"));
        if (!others.isEmpty()) {
            throw new IllegalStateException(
                    "Others may read or write %s: run chmod 600 on it and start again."
                            .formatted(path));
        }
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    /**
     * Makes it with mode 0600, whole or not at all, even when the machine stops in the middle. Of
     * several who make it at once the first wins and the others' text is dropped, so read it after.
     *
     * @throws IOException when it cannot be written
     */
    public void create(String text) throws IOException {
        var folder = path.toAbsolutePath().normalize().getParent();
        Files.createDirectories(folder);
        var draft =
                Files.createTempFile(
                        folder, ".new", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            fill(draft, text);
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException otherWasFirst) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static void fill(Path draft, String text) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
