package io.seedhouse.paygate.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        var draft = draft(text);
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException otherWasFirst) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
        persistFolder();
    }

    /**
     * Puts another text in its place, whole or not at all, even when the machine stops in the
     * middle. Nothing is left of the text before.
     *
     * @throws IOException when it cannot be written; it is as before then
     */
    public void replace(String text) throws IOException {
        var draft = draft(text);
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        persistFolder();
    }

    /** Tells one state of it from another; the same for ever while it is not there. */
    public Stamp stamp() {
        try {
            var now = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
        } catch (IOException gone) {
            return Stamp.GONE;
        }
    }

    /** What shows that a file is another one than before: it is replaced, never written into. */
    public record Stamp(@Nullable FileTime modified, long size, @Nullable Object fileKey) {
        private static final Stamp GONE = new Stamp(null, -1, null);
    }

    /**
     * Keeps others who ask for this from changing it, in this process and in others. The lock is on
     * a file beside it, whose name ends in {@code .lock}, because the file itself is replaced.
     *
     * @throws Busy when another holds it
     */
    public Lock lock() throws IOException {
        var channel =
                FileChannel.open(
                        path.resolveSibling(path.getFileName() + ".lock"),
                        EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            if (channel.tryLock() != null) {
                return channel::close;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            throw new Busy();
        }
        channel.close();
        throw new Busy();
    }

    /** Held until it is closed. */
    public interface Lock extends Closeable {}

    /** Another changes the file now. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Path folder() {
        return Objects.requireNonNull(
                path.toAbsolutePath().normalize().getParent(), "a file lies in a folder");
    }

    private Path draft(String text) throws IOException {
        Files.createDirectories(folder());
        var draft =
                Files.createTempFile(
                        folder(), ".new", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            fill(draft, text);
            return draft;
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    private void persistFolder() throws IOException {
        try (var entries = FileChannel.open(folder(), StandardOpenOption.READ)) {
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
