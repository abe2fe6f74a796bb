package io.seedhouse.packager.encryption;

import io.seedhouse.packager.aead.Aead;
import java.nio.ByteBuffer;

/**
 * Encrypts and opens single chunks in any order (C2SP age, "Payload"): ChaCha20-Poly1305 with a
 * nonce of an 11-byte big-endian chunk number and a byte that is 1 for the last chunk.
 *
 * <p>The same chunk may be encrypted twice: the same bytes come out. Safe for several threads.
 */
public final class ChunkCipher {
    private final Aead aead = Aead.fastest();
    private final PayloadKey key;

    public ChunkCipher(PayloadKey key) {
        this.key = key;
    }

    /** Finds the fastest cipher of this machine, which otherwise the first chunk waits for. */
    public static void prepare() {
        var unused = Aead.fastest();
    }

    /** A buffer to encrypt from without a copy. */
    public ByteBuffer buffer(int capacity) {
        return aead.buffer(capacity);
    }

    /**
     * Encrypts one chunk.
     *
     * @param number from 0
     * @param offset where the plain bytes begin in {@code clear}
     * @param length at most {@link AgeFormat#CHUNK}
     * @return bytes written: {@code length} and a tag
     */
    public int seal(
            long number,
            boolean last,
            ByteBuffer clear,
            int offset,
            int length,
            byte[] out,
            int outOffset) {
        return aead.seal(key.bytes(), nonce(number, last), clear, offset, length, out, outOffset);
    }

    /** Opens one chunk, or answers -1 when it is not authentic; else the plain bytes written. */
    int open(long number, boolean last, byte[] sealed, int length, byte[] out) {
        if (length < AgeFormat.TAG) {
            return -1;
        }
        return aead.open(key.bytes(), nonce(number, last), sealed, length, out);
    }

    private static byte[] nonce(long number, boolean last) {
        byte[] nonce = new byte[Aead.NONCE];
        ByteBuffer.wrap(nonce, 3, Long.BYTES).putLong(number);
        nonce[11] = (byte) (last ? 1 : 0);
        return nonce;
    }
}
