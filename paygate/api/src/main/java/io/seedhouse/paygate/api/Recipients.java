package io.seedhouse.paygate.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Public halves of the identities that open paid files. */
public interface Recipients {

    /**
     * The age recipient ({@code age1...}) to encrypt this file to. The first call makes the
     * identity and seals it in the vault; later calls answer the same recipient.
     */
    String forFile(UUID bundleId, PaidFile file);

    /**
     * Tries the identity of this file on what somebody sealed to its recipient.
     *
     * @param sealed a finished age file on this server; a few reads at its beginning and its end
     * @throws RuntimeException when it cannot be read
     */
    Examination examine(UUID bundleId, PaidFile file, Path sealed);

    /**
     * Lets the identity of a file stand for a file of a later version that is the same byte for
     * byte. The identity is sealed for the new file inside the vault and leaves it no more than
     * before; asking again changes nothing.
     *
     * @param bundleId of the old file
     */
    Keep keep(UUID bundleId, PaidFile file, UUID newBundleId, PaidFile newFile);

    /**
     * Seals a file anew, under a new file key and to the recipient of another file: what leaked of
     * the old one opens nothing of the new. Only ciphertext lies on disk; every chunk of the old
     * file is authenticated before anything of it is written. Heap: a few MiB.
     *
     * @param bundleId of the old file
     * @param sealed the old file as it was sealed, here or at its publisher's
     * @param newFile its recipient is {@link #forFile}
     * @param target what to write; replaced if it exists. Unless it is resealed nothing is there
     *     afterwards, but a part after a kill
     * @param goesOn told plain bytes newly done, at least every few MiB; false ends the work
     * @throws IOException when a file cannot be read or written
     */
    Reseal reseal(
            UUID bundleId,
            PaidFile file,
            Path sealed,
            UUID newBundleId,
            PaidFile newFile,
            Path target,
            LongPredicate goesOn)
            throws IOException;
}
