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

    private AgeFormat() {}

    /** How many chunks hold this many plain bytes: at least one. */
    public static long chunks(long clear) {
        return Math.max(1, Math.ceilDiv(clear, (long) CHUNK));
    }

    /** Bytes of a file of this many plain bytes, encrypted to one X25519 recipient. */
    public static long encryptedLength(long clear) {
        return HEADER + clear + chunks(clear) * TAG;
    }
}
