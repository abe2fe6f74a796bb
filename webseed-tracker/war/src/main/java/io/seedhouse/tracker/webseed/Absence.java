package io.seedhouse.tracker.webseed;

import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file that is not there from a disk that fails. A client gives a web seed up after a 404,
 * so a disk with an error or a server with too many files open must not say one.
 */
final class Absence {
    /** What the C library says for ENOTDIR, ELOOP and ENAMETOOLONG; Java has no types for these. */
    private static final Set<String> REASONS =
            Set.of(
                    "Not a directory",
                    "Too many levels of symbolic links",
                    "Too many levels of symbolic links or unable to access attributes of symbolic link",
                    "File name too long");

    private Absence() {}

    static boolean isMeantBy(FileSystemException failure) {
        return failure instanceof NoSuchFileException
                || failure instanceof NotDirectoryException
                || failure instanceof FileSystemLoopException
                || isReason(failure.getReason());
    }

    private static boolean isReason(@Nullable String reason) {
        return reason != null && REASONS.contains(reason);
    }
}
