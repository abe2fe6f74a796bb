package io.seedhouse.packager.unlocking;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part that is open for writing, and that no other run and no other user can write: it is locked
 * until it is closed, and its owner could otherwise change it after it was authenticated. Where the
 * system knows no owners, only other runs are told.
 */
record OwnedPart(FileChannel channel, FileLock lock) implements Closeable {

    /**
     * Opens the part, or makes it.
     *
     * @throws IOException when it is another user's or another run is at work on it
     */
    static OwnedPart open(Path part, Path target) throws IOException {
        boolean found = !create(part);
        @Nullable Object opened = inode(part);
        FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        try {
            FileLock lock = lock(channel, part, opened, target);
            if (found) {
                checkOwner(part);
            }
            return new OwnedPart(channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean create(Path part) throws IOException {
        try {
            Files.createFile(part);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Null where the system does not number files. */
    static @Nullable Object inode(Path part) throws IOException {
        return Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /**
     * Locks a part that was opened before. Until then another run may have had the lock, and have
     * given the file its final name.
     *
     * @param opened which file it was
     */
    static FileLock lock(FileChannel channel, Path part, @Nullable Object opened, Path target)
            throws IOException {
        FileLock lock = tryLock(channel);
        if (lock == null
                || !Files.exists(part, LinkOption.NOFOLLOW_LINKS)
                || !Objects.equals(opened, inode(part))) {
            throw new IOException(target + " is being unlocked by another run");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // by this process, then
        }
    }

    /** A file made beside it shows who this user is. */
    private static void checkOwner(Path part) throws IOException {
        if (!part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Path probe =
                Files.createTempFile(part.toAbsolutePath().getParent(), ".", ".seedhouse-probe");
        try {
            UserPrincipal owner = Files.getOwner(part, LinkOption.NOFOLLOW_LINKS);
            if (!owner.equals(Files.getOwner(probe))) {
                throw new IOException(
                        "%s belongs to another user, %s, who could change it; delete it"
                                .formatted(part, owner.getName()));
            }
        } finally {
            Files.delete(probe);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close(); // which ends the lock too
    }
}
