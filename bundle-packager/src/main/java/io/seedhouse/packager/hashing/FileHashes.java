package io.seedhouse.packager.hashing;

import java.util.Arrays;

/**
 * What a torrent needs to know of one file's content, v1 and v2. Immutable.
 *
 * <p>In a hybrid torrent every file starts on a piece boundary, so the v1 pieces of a file depend
 * on this file alone; only its last piece differs by whether a pad follows (BEP 47). The v2 side is
 * the root of a SHA-256 tree over leaves of 16 KiB and, for files longer than a piece, the tree's
 * layer of whole pieces (BEP 52).
 */
public final class FileHashes {
    /** Bytes of a SHA-1. */
    public static final int V1_LENGTH = 20;

    /** Bytes of a SHA-256. */
    public static final int V2_LENGTH = 32;

    private final int pieceLength;
    private final long length;
    private final byte[] pieces;
    private final byte[] paddedLast;
    private final byte[] root;
    private final byte[] layer;

    /**
     * @param pieceLength bytes of a piece, a power of two of at least 16 KiB
     * @param length bytes of the file
     * @param pieces SHA-1 of each piece, the last one without pad
     * @param paddedLast SHA-1 of the last piece filled up with zeros; empty for an empty file
     * @param root pieces root; empty for an empty file
     * @param layer piece layer; empty for a file of one piece or less
     */
    public FileHashes(
            int pieceLength,
            long length,
            byte[] pieces,
            byte[] paddedLast,
            byte[] root,
            byte[] layer) {
        this.pieceLength = PieceLength.check(pieceLength);
        this.length = length;
        int count = PieceLength.count(length, pieceLength);
        this.pieces = sized("pieces", pieces, count * V1_LENGTH);
        this.paddedLast = sized("last piece", paddedLast, Math.min(count, 1) * V1_LENGTH);
        this.root = sized("pieces root", root, Math.min(count, 1) * V2_LENGTH);
        this.layer = sized("piece layer", layer, count > 1 ? count * V2_LENGTH : 0);
    }

    private static byte[] sized(String what, byte[] bytes, int expected) {
        if (bytes.length != expected) {
            throw new IllegalArgumentException(
                    what + " has " + bytes.length + " bytes instead of " + expected);
        }
        return bytes.clone();
    }

    /** Bytes of a piece. */
    public int pieceLength() {
        return pieceLength;
    }

    /** Bytes of the file. */
    public long length() {
        return length;
    }

    /**
     * The SHA-1 of each piece, concatenated.
     *
     * @param padded whether a pad follows the file, filling its last piece with zeros
     */
    public byte[] pieces(boolean padded) {
        byte[] all = pieces.clone();
        if (padded) {
            System.arraycopy(paddedLast, 0, all, all.length - paddedLast.length, paddedLast.length);
        }
        return all;
    }

    /** SHA-1 of the last piece filled up with zeros; empty for an empty file. */
    public byte[] paddedLast() {
        return paddedLast.clone();
    }

    /** The v2 pieces root, 32 bytes; empty for an empty file, which has none. */
    public byte[] root() {
        return root.clone();
    }

    /** The v2 piece layer, 32 bytes a piece; empty for a file of one piece or less. */
    public byte[] layer() {
        return layer.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileHashes that
                && pieceLength == that.pieceLength
                && length == that.length
                && Arrays.equals(pieces, that.pieces)
                && Arrays.equals(paddedLast, that.paddedLast)
                && Arrays.equals(root, that.root)
                && Arrays.equals(layer, that.layer);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(pieces) + Arrays.hashCode(root);
    }
}
