package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Set;

/**
 * The key that all secrets of webhooks are derived from: 32 random bytes that only their owner can
 * read, made at the first start. Nodes of one platform share the file.
 */
record KeyFile(Path path) {
    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * @throws IllegalStateException when others may read it, or it is no key
     * @throws IOException when it can be neither read nor made
     */
    byte[] read() throws IOException {
        if (Files.notExists(path)) {
            create();
        }
        if (isPosix() && !OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
            throw new IllegalStateException(
                    "Others may read or write %s: run chmod 600 on it and start again."
                            .formatted(path));
        }
        byte[] key = Files.readAllBytes(path);
        if (key.length != LENGTH) {
            throw new IllegalStateException(
                    "%s must hold %d bytes, not %d: restore it from a backup."
                            .formatted(path, LENGTH, key.length));
        }
        return key;
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Linked into place whole: of several nodes that start at once one wins, and all read it. */
    private void create() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder, OwnerOnly.folder(path));
        Path draft = Files.createTempFile(folder, ".new", "", OwnerOnly.file(path));
        try {
            byte[] key = new byte[LENGTH];
            new SecureRandom().nextBytes(key);
            Files.write(draft, key);
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // theirs is the key
        } finally {
            Files.delete(draft);
        }
    }
}
