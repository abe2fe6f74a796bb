package io.seedhouse.publisher.demo;

import io.seedhouse.publisher.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** A random password in a file that only its owner can read. */
record PasswordFile(Path path) {
    private static final int BYTES = 15;

    /** The password, made at the first call. */
    String read() {
        try {
            if (Files.notExists(path)) {
                write();
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a password in " + path, e);
        }
    }

    private void write() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder, OwnerOnly.folder(path));
        Path draft = Files.createTempFile(folder, "demo-password", "", OwnerOnly.file(path));
        Files.writeString(draft, random() + "\n");
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
