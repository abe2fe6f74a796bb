package io.seedhouse.packager.aead;

import java.nio.ByteBuffer;

/** Both implementations, for the benchmark. */
public final class Aeads {
    private static final int CHUNK = 64 * 1024;

    private final byte[] key = new byte[Aead.KEY];
    private final byte[] nonce = new byte[Aead.NONCE];
    private final byte[] out = new byte[CHUNK + Aead.TAG];
    private final Aead java = new JavaAead();
    private final Aead libcrypto = Libcrypto.load().orElseThrow();
    private final ByteBuffer forJava = java.buffer(CHUNK);
    private final ByteBuffer forLibcrypto = libcrypto.buffer(CHUNK);

    /** Encrypts this many bytes, a chunk at a time. */
    public int java(int length) {
        return seal(java, forJava, length);
    }

    public int libcrypto(int length) {
        return seal(libcrypto, forLibcrypto, length);
    }

    private int seal(Aead aead, ByteBuffer clear, int length) {
        int sum = 0;
        for (int at = 0; at < length; at += CHUNK) {
            nonce[0]++;
            sum += aead.seal(key, nonce, clear, 0, CHUNK, out, 0);
        }
        return sum;
    }
}
