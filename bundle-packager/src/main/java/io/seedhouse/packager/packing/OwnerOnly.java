package io.seedhouse.packager.packing;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that nobody but their owner can read, where the system knows owners. */
final class OwnerOnly {
    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path path) {
        return attributes(path, "rw-------");
    }

    static FileAttribute<?>[] folder(Path path) {
        return attributes(path, "rwx------");
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        var set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
