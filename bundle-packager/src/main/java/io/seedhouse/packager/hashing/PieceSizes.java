package io.seedhouse.packager.hashing;

/** The arithmetic of pieces. */
public final class PieceSizes {
    /** Bytes of a v2 leaf, and the least piece length (BEP 52). */
    public static final int LEAF = 16 * 1024;

    /** The greatest piece length read or written. */
    public static final int MAX = 16 * 1024 * 1024;

    private PieceSizes() {}

    public static int check(int pieceLength) {
        if (pieceLength < LEAF || pieceLength > MAX || Integer.bitCount(pieceLength) != 1) {
            throw new IllegalArgumentException(
                    "piece length is %d, not a power of two from %d to %d"
                            .formatted(pieceLength, LEAF, MAX));
        }
        return pieceLength;
    }

    /** How many pieces a file of this length has. */
    public static int count(long length, int pieceLength) {
        return Math.toIntExact(Math.ceilDiv(length, (long) pieceLength));
    }

    /** Zeros between a file of this length and the next piece boundary. */
    public static int pad(long length, int pieceLength) {
        return (int) (Math.ceilDiv(length, (long) pieceLength) * pieceLength - length);
    }
}
