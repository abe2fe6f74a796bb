package io.seedhouse.packager.cli.publishing;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.sealing.FileSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Encrypts films on this machine, into the work folder where the ciphertext stays until it is
 * uploaded: every encryption gives other bytes, so a broken upload can go on with these only.
 */
record HomeSealing(WorkFolder work, Watcher watcher) {
    /** Whether {@link #seal} was done for this file in this state. */
    boolean isSealed(LocalFile file, String stamp) throws IOException {
        return Files.exists(sealed(file))
                && Files.size(sealed(file)) == AgeFormat.encryptedLength(file.length())
                && work.says(note(file), stamp);
    }

    /** Where the ciphertext lies. */
    Path sealed(LocalFile file) {
        return work.path().resolve(file.uploadName());
    }

    /**
     * Encrypts it anew; appears whole or not at all.
     *
     * @param stamp its state before
     */
    void seal(LocalFile file, String stamp, String recipient) throws IOException {
        forget(file);
        work.write(note(file), stamp);
        watcher.begin("sealing " + file.name(), file.length());
        Path growing = work.path().resolve(file.uploadName() + ".part");
        new FileSealer(PieceLength.forTotal(file.length()))
                .encrypt(file.path(), growing, recipient, file.uploadName(), watcher::advance);
        Files.move(growing, sealed(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The ciphertext is on the server, or of no use. */
    void forget(LocalFile file) throws IOException {
        Files.deleteIfExists(sealed(file));
        work.forget(note(file));
    }

    private static String note(LocalFile file) {
        return file.uploadName() + ".sealed";
    }
}
