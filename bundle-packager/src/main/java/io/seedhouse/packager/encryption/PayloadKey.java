package io.seedhouse.packager.encryption;

import javax.crypto.spec.SecretKeySpec;

/** The key of one file's chunks, derived from its file key and nonce. Never leaves memory. */
public final class PayloadKey {
    private final SecretKeySpec key;

    PayloadKey(byte[] key) {
        this.key = new SecretKeySpec(key, "ChaCha20");
    }

    SecretKeySpec key() {
        return key;
    }

    @Override
    public String toString() {
        return "PayloadKey";
    }
}
