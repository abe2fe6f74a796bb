package io.seedhouse.packager.hashing;

/**
 * The piece lengths that torrents are written with, and the arithmetic of pieces. Foreign torrents
 * of longer pieces are read too ({@code Metainfo.MAX_PIECE_LENGTH}).
 *
 * <p>By default 1 MiB, which suits streaming; it doubles as a bundle grows so that there are at
 * most about 16 thousand pieces, up to 16 MiB, beyond which clients struggle.
 */
public final class PieceLength {
    /** The least chosen: 1 MiB. */
    public static final int LEAST = 1 << 20;

    /** The greatest written: 16 MiB. */
    public static final int GREATEST = 16 << 20;

    /** The least that may be asked for: bytes of a v2 leaf (BEP 52). */
    public static final int LEAF = 16 << 10;

    private static final long PIECES = 16 * 1024;

    private PieceLength() {}

    /**
     * The piece length, in bytes, for a bundle of this many bytes.
     *
     * @throws IllegalArgumentException for a negative total
     */
    public static int forTotal(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a bundle of " + bytes + " bytes");
        }
        int length = LEAST;
        while (length < GREATEST && bytes > length * PIECES) {
            length *= 2;
        }
        return length;
    }

    /**
     * The same length when a torrent may be written with it.
     *
     * @throws IllegalArgumentException unless a power of two from 16 KiB to 16 MiB
     */
    public static int check(int length) {
        if (length < LEAF || length > GREATEST || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException(
                    "a piece size of %d is not a power of two from %d to %d; try %d"
                            .formatted(length, LEAF, GREATEST, LEAST));
        }
        return length;
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
