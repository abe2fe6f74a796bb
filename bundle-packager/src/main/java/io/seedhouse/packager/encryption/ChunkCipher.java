package io.seedhouse.packager.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * Encrypts and opens single chunks in any order (C2SP age, "Payload"): ChaCha20-Poly1305 with a
 * nonce of an 11-byte big-endian chunk number and a byte that is 1 for the last chunk.
 *
 * <p>The same chunk may be encrypted twice: the same bytes come out. Safe for several threads.
 */
public final class ChunkCipher {
    private final PayloadKey key;

    public ChunkCipher(PayloadKey key) {
        this.key = key;
    }

    /** As the other, with the plain bytes at the beginning of {@code clear}. */
    public int seal(
            long number, boolean last, byte[] clear, int length, byte[] out, int outOffset) {
        return seal(number, last, clear, 0, length, out, outOffset);
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
            byte[] clear,
            int offset,
            int length,
            byte[] out,
            int outOffset) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last)
                    .doFinal(clear, offset, length, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks ChaCha20-Poly1305", e);
        }
    }

    /** Opens one chunk, or answers -1 when it is not authentic; else the plain bytes written. */
    int open(long number, boolean last, byte[] sealed, int length, byte[] out) {
        if (length < AgeFormat.TAG) {
            return -1;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed, 0, length, out, 0);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks ChaCha20-Poly1305", e);
        }
    }

    // A new one each time: a Cipher refuses to be initialised twice with one nonce.
    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        byte[] nonce = new byte[12];
        ByteBuffer.wrap(nonce, 3, Long.BYTES).putLong(number);
        nonce[11] = (byte) (last ? 1 : 0);
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, key.key(), new IvParameterSpec(nonce));
        return cipher;
    }
}
