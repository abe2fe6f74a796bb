package io.seedhouse.packager.hashing;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Hashes one piece at a time for v1 and v2 while its bytes pass by, in portions of any size. For
 * one thread; reusable, so that a worker keeps the one it has.
 *
 * <p>Feed it portions that fit the processor's cache and have just been read or produced: both
 * digests then find them there. They take turns at every block of 64 bytes: each is one long chain
 * of instructions that wait for one another, and a processor that looks far enough ahead works on
 * both chains at once. That is 1.4 times as fast as one digest after the other (ADR 12).
 */
public final class PieceDigest {
    /** What both digests take in at once. */
    private static final int BLOCK = 64;

    private static final byte[] ZEROS = new byte[PieceLength.LEAF];

    private final MessageDigest sha1 = Digests.sha1();
    private final MessageDigest sha256 = Digests.sha256();
    private final byte[] leaves;
    private final int pieceLength;
    private int size;

    /**
     * @param pieceLength the most bytes of a piece; v2 needs a power of two of at least 16 KiB
     */
    public PieceDigest(int pieceLength) {
        this.pieceLength = pieceLength;
        this.leaves = new byte[Math.ceilDiv(pieceLength, PieceLength.LEAF) * FileHashes.V2_LENGTH];
    }

    /** Bytes of the piece so far. */
    public int size() {
        return size;
    }

    /**
     * Goes on with the piece.
     *
     * @throws IllegalArgumentException when it would grow past the piece length
     */
    public void update(byte[] data, int offset, int length) {
        if (length > pieceLength - size) {
            throw new IllegalArgumentException(
                    "%d bytes more than a piece of %d"
                            .formatted(length - (pieceLength - size), pieceLength));
        }
        for (int at = offset, end = offset + length; at < end; ) {
            int count = Math.min(end - at, BLOCK - size % BLOCK);
            sha1.update(data, at, count);
            sha256.update(data, at, count);
            at += count;
            size += count;
            if (size % PieceLength.LEAF == 0) {
                endLeaf(leaves, size / PieceLength.LEAF - 1);
            }
        }
    }

    /** SHA-1 of the piece so far, 20 bytes. */
    public byte[] v1() {
        return copy().digest();
    }

    /** SHA-1 of the piece so far, filled up with zeros to the piece length (BEP 47). */
    public byte[] v1Padded() {
        MessageDigest padded = copy();
        for (int missing = pieceLength - size; missing > 0; missing -= ZEROS.length) {
            padded.update(ZEROS, 0, Math.min(missing, ZEROS.length));
        }
        return padded.digest();
    }

    /**
     * Root of the tree over the piece so far, 32 bytes.
     *
     * @param width leaves of the full tree, a power of two and at least those of the bytes
     */
    public byte[] v2(int width) {
        int whole = size / PieceLength.LEAF;
        byte[] nodes = Arrays.copyOf(leaves, width * FileHashes.V2_LENGTH);
        if (size % PieceLength.LEAF != 0) {
            endLeaf(nodes, whole++);
        }
        Arrays.fill(nodes, whole * FileHashes.V2_LENGTH, nodes.length, (byte) 0);
        return MerkleTree.fold(nodes, width, sha256);
    }

    /** Makes ready for another piece. */
    public void reset() {
        size = 0;
        sha1.reset();
        sha256.reset();
    }

    private void endLeaf(byte[] into, int index) {
        try {
            sha256.digest(into, index * FileHashes.V2_LENGTH, FileHashes.V2_LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 of other than 32 bytes", e);
        }
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) sha1.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java runtime cannot copy a SHA-1", e);
        }
    }
}
