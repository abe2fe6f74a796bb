package io.seedhouse.publisher;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner can read, from the moment they exist. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** For a new file at or near this path. */
    public static FileAttribute<?>[] file(Path path) {
        return only(path, "rw-------");
    }

    /** For a new folder at this path. */
    public static FileAttribute<?>[] folder(Path path) {
        return only(path, "rwx------");
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
