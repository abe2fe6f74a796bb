package io.seedhouse.packager.encryption;

/** The key of one file's chunks, derived from its file key and nonce. Never leaves memory. */
public final class PayloadKey {
    private final byte[] key;

    PayloadKey(byte[] key) {
        this.key = key.clone();
    }

    /** The key itself, not a copy: a copy for each chunk would litter the heap with keys. */
    byte[] bytes() {
        return key;
    }

    @Override
    public String toString() {
        return "PayloadKey";
    }
}
