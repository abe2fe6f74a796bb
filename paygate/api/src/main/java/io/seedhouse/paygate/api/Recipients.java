package io.seedhouse.paygate.api;

import java.nio.file.Path;
import java.util.UUID;

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
}
