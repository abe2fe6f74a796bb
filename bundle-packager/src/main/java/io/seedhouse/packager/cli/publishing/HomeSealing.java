package io.seedhouse.packager.cli.publishing;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.sealing.FileSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Encrypts films on this machine, into a work folder where the ciphertext stays until it is
 * uploaded: every encryption gives other bytes, so a broken upload can go on with these only.
 */
final class HomeSealing {
    private final Path work;
    private final Watcher watcher;

    HomeSealing(Path work, Watcher watcher) {
        this.work = work;
        this.watcher = watcher;
    }

    /** Bytes that a file has once sealed. */
    static long sealedLength(LocalFile file) throws IOException {
        return AgeFormat.encryptedLength(file.length());
    }

    /** Whether {@link #seal} was done for this file as it is. */
    boolean isSealed(LocalFile file) throws IOException {
        Path sealed = sealed(file);
        return Files.exists(sealed)
                && Files.size(sealed) == sealedLength(file)
                && Files.getLastModifiedTime(sealed)
                                .compareTo(Files.getLastModifiedTime(file.path()))
                        >= 0;
    }

    /** Where the ciphertext lies. */
    Path sealed(LocalFile file) {
        return work.resolve(file.uploadName());
    }

    /** Encrypts it anew; appears whole or not at all. */
    void seal(LocalFile file, String recipient) throws IOException {
        Files.createDirectories(work);
        watcher.begin("sealing " + file.name(), file.length());
        Path growing = work.resolve(file.uploadName() + ".part");
        new FileSealer(PieceLength.forTotal(file.length()))
                .encrypt(file.path(), growing, recipient, file.uploadName(), watcher::advance);
        Files.move(growing, sealed(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The ciphertext is on the server. */
    void forget(LocalFile file) throws IOException {
        Files.deleteIfExists(sealed(file));
        Files.deleteIfExists(work);
    }
}
