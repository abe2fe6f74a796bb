package io.seedhouse.paygate.api;

import java.util.UUID;

/** Public halves of the identities that open paid files. */
public interface Recipients {

    /**
     * The age recipient ({@code age1...}) to encrypt this file to. The first call makes the
     * identity and seals it in the vault; later calls answer the same recipient.
     */
    String forFile(UUID bundleId, PaidFile file);
}
