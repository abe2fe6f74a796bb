package io.seedhouse.packager.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells this user's unfinished work from what somebody else planted in its place: keys that others
 * know, or links to where nothing of ours may be written.
 *
 * <p>A file made beside it shows who this user is, and whether the disk keeps permissions at all:
 * one that does not, such as a memory stick, shows the same for every file. Where the system knows
 * no owners, only links are told.
 */
final class Ownership {
    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private final Path part;
    private final @Nullable PosixFileAttributes own;

    private Ownership(Path part, @Nullable PosixFileAttributes own) {
        this.part = part;
        this.own = own;
    }

    /** Of a part folder that was there already. */
    static Ownership of(Outputs outputs) throws IOException {
        Path part = outputs.part();
        if (!part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new Ownership(part, null);
        }
        Path probe = Files.createTempFile(outputs.out(), ".", ".seedhouse-probe");
        try {
            return new Ownership(part, posix(probe));
        } finally {
            Files.delete(probe);
        }
    }

    /** Refuses what is no folder, or not open to this user alone. */
    void checkPrivateFolder(Path folder) throws IOException {
        check(folder, BasicFileAttributes::isDirectory, "folder", true);
    }

    /** Refuses what is no folder, or another user's; it may be missing. */
    void checkFolder(Path folder) throws IOException {
        check(folder, BasicFileAttributes::isDirectory, "folder", false);
    }

    /** Refuses what is no plain file, or not open to this user alone; it may be missing. */
    void checkPrivateFile(Path file) throws IOException {
        check(file, BasicFileAttributes::isRegularFile, "plain file", true);
    }

    private void check(
            Path path, Predicate<BasicFileAttributes> kind, String called, boolean isPrivate)
            throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var found =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!kind.test(found)) {
            throw refusal(path, "is no " + called);
        }
        if (own != null) {
            checkOwner(path, own, isPrivate);
        }
    }

    private void checkOwner(Path path, PosixFileAttributes own, boolean isPrivate)
            throws IOException {
        PosixFileAttributes found = posix(path);
        if (!found.owner().equals(own.owner())) {
            throw refusal(path, "belongs to another user, " + found.owner().getName());
        }
        if (isPrivate && isOpen(found) && !isOpen(own)) {
            throw refusal(path, "is open to other users");
        }
    }

    private static boolean isOpen(PosixFileAttributes file) {
        return !Collections.disjoint(file.permissions(), OTHERS);
    }

    private static PosixFileAttributes posix(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private PackException refusal(Path path, String fault) {
        return new PackException(
                "%s %s, so the unfinished work cannot be trusted; delete %s to start over"
                        .formatted(path, fault, part));
    }
}
