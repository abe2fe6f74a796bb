package io.seedhouse.tracker.courtesy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The key of players' tokens: a file beside the content, so that all nodes that serve the same
 * content agree on it and a restart ends no token.
 */
public final class TokenKey {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private TokenKey() {}

    /**
     * Reads the key, and makes it when there is none; of several that make it at once, one wins.
     *
     * @throws IOException when it can be neither read nor made
     */
    public static byte[] in(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return Files.readAllBytes(file);
    }

    /** Linked into place whole, so that no other node ever reads a part of it. */
    private static void create(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, ".new", null, OWNER_ONLY);
        try {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.write(draft, key);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // theirs is the key
        } finally {
            Files.delete(draft);
        }
    }
}
