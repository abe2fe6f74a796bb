package io.seedhouse.packager.aead;

import java.nio.ByteBuffer;

/**
 * ChaCha20-Poly1305 without associated data (RFC 8439). Every implementation gives the same bytes.
 * Safe for several threads.
 */
public sealed interface Aead permits JavaAead, Libcrypto {
    /** Bytes of a key. */
    int KEY = 32;

    /** Bytes of a nonce. */
    int NONCE = 12;

    /** Bytes that authenticate a message. */
    int TAG = 16;

    /** A buffer from which this implementation encrypts without a copy. */
    ByteBuffer buffer(int capacity);

    /**
     * Encrypts; the tag follows the ciphertext.
     *
     * @param clear whose bytes from {@code offset} on are taken; its position does not count. Best
     *     from {@link #buffer}
     * @return bytes written: {@code length} and a tag
     */
    int seal(
            byte[] key,
            byte[] nonce,
            ByteBuffer clear,
            int offset,
            int length,
            byte[] out,
            int outOffset);

    /**
     * Decrypts what {@link #seal} wrote.
     *
     * @param length bytes of ciphertext and tag, at least {@link #TAG}
     * @return plain bytes written, or -1 when they are not authentic; then {@code out} is worthless
     */
    int open(byte[] key, byte[] nonce, byte[] sealed, int length, byte[] out);

    /** The fastest on this machine, found out once by a measurement of a few milliseconds. */
    static Aead fastest() {
        return Choice.FASTEST;
    }
}
