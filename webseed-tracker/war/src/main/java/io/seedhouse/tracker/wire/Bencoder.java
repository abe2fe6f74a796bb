package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Writes an answer in bencoding (BEP 3) into bytes that are used again for the next one. For one
 * thread. It grows with what is written; whoever writes bounds that.
 */
public final class Bencoder {
    /** Room for any compact answer to an announce. */
    private static final int USUAL = 4096;

    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes = new byte[USUAL];
    private int length;

    /** Bencoding that is always the same, as {@link #put} takes it. */
    static byte[] piece(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Forgets what was written. */
    public void clear() {
        length = 0;
    }

    /** Leaves the bytes to whoever still reads them, and writes into others from now on. */
    public void renew() {
        bytes = new byte[USUAL];
        length = 0;
    }

    /** Whether an answer has made it larger than is worth keeping. */
    public boolean isLarge() {
        return bytes.length > 8 * USUAL;
    }

    /** What holds the answer, from 0 to {@link #length}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Bytes written. */
    public int length() {
        return length;
    }

    /** Something that is bencoding already. */
    public Bencoder put(byte[] piece) {
        return copy(piece, piece.length);
    }

    Bencoder number(long number) {
        reserve(LONGEST_NUMBER + 2);
        bytes[length++] = 'i';
        digits(number);
        bytes[length++] = 'e';
        return this;
    }

    Bencoder string(byte[] from, int count) {
        reserve(LONGEST_NUMBER + 1);
        digits(count);
        bytes[length++] = ':';
        return copy(from, count);
    }

    private Bencoder copy(byte[] from, int count) {
        reserve(count);
        System.arraycopy(from, 0, bytes, length, count);
        length += count;
        return this;
    }

    private void digits(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("no number here is negative, but " + number);
        }
        int end = length;
        for (long rest = number; rest >= 10; rest /= 10) {
            end++;
        }
        length = end + 1;
        long rest = number;
        do {
            bytes[end--] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
