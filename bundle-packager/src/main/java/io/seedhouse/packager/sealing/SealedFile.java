package io.seedhouse.packager.sealing;

import io.seedhouse.packager.hashing.FileHashes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file as it lies in the bundle, with what the torrent needs to know of it.
 *
 * @param path inside the torrent, with {@code /}, such as {@code locked/film.mp4.age}
 * @param length bytes as stored, so of the ciphertext where it is encrypted
 */
public record SealedFile(String path, long length, FileHashes hashes) {

    public SealedFile {
        if (length != hashes.length()) {
            throw new IllegalArgumentException(
                    path + " has " + length + " bytes, its hashes cover " + hashes.length());
        }
    }

    /**
     * Keeps it in a file, so that sealing can go on after a crash without reading the content
     * again. The file appears whole or not at all.
     */
    public void writeTo(Path checkpoint) throws IOException {
        Checkpoint.write(this, checkpoint);
    }

    /**
     * Reads what {@link #writeTo} kept.
     *
     * @throws DamagedCheckpointException when it is not exactly that; seal the file again
     */
    public static SealedFile readFrom(Path checkpoint) throws IOException {
        return Checkpoint.read(checkpoint);
    }
}
