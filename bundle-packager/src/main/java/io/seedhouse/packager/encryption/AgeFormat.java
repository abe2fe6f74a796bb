package io.seedhouse.packager.encryption;

/**
 * The sizes of an age v1 file (C2SP age): a text header, a nonce of 16 bytes, then chunks of 64 KiB
 * of plain text, each with a tag of 16 bytes. The last chunk may be shorter, and is empty only when
 * the file is.
 */
public final class AgeFormat {
    /** Plain bytes of a chunk. */
    public static final int CHUNK = 64 * 1024;

    /** Bytes that authenticate a chunk. */
    public static final int TAG = 16;

    /** Stored bytes of a full chunk. */
    public static final int SEALED_CHUNK = CHUNK + TAG;

    /** Bytes of the header with one X25519 recipient, and of the nonce that follows it. */
    public static final int HEADER = 184;

    private static final int STANZA = 98;

    private AgeFormat() {}

    /** How many chunks hold this many plain bytes: at least one. */
    public static long chunks(long clear) {
        return Math.max(1, Math.ceilDiv(clear, (long) CHUNK));
    }

    /**
     * Bytes of a new header, and of the nonce that follows it.
     *
     * @param recipients how many, from 1 to {@link AgeHeader#MOST_RECIPIENTS}
     */
    public static int headerLength(int recipients) {
        return HEADER + (checkRecipients(recipients) - 1) * STANZA;
    }

    /** Bytes of a file of this many plain bytes, encrypted to one X25519 recipient. */
    public static long encryptedLength(long clear) {
        return encryptedLength(clear, 1);
    }

    /** Bytes of a file of this many plain bytes, encrypted to this many X25519 recipients. */
    public static long encryptedLength(long clear, int recipients) {
        return headerLength(recipients) + clear + chunks(clear) * TAG;
    }

    static int checkRecipients(int count) {
        if (count < 1 || count > AgeHeader.MOST_RECIPIENTS) {
            throw new IllegalArgumentException(
                    "a file has from 1 to %d recipients, not %d"
                            .formatted(AgeHeader.MOST_RECIPIENTS, count));
        }
        return count;
    }
}
