package io.seedhouse.packager.hashing;

import java.security.MessageDigest;

/**
 * Hashes a file piece by piece, in any order and from several threads, each piece once.
 *
 * <p>The trap of BEP 52: the tree of a file of one piece or less is only as wide as its own leaves
 * need, while every piece of a longer file has a full tree.
 */
public final class FileHasher {
    private final int pieceLength;
    private final long length;
    private final int count;
    private final byte[] pieces;
    private final byte[] paddedLast;
    private final byte[] layer;

    /**
     * @param pieceLength bytes of a piece, a power of two of at least 16 KiB
     * @param length bytes of the file, at least 0
     */
    public FileHasher(int pieceLength, long length) {
        this.pieceLength = PieceSizes.check(pieceLength);
        this.length = length;
        this.count = PieceSizes.count(length, pieceLength);
        this.pieces = new byte[count * FileHashes.V1_LENGTH];
        this.paddedLast = new byte[Math.min(count, 1) * FileHashes.V1_LENGTH];
        this.layer = new byte[count * FileHashes.V2_LENGTH];
    }

    /**
     * Hashes the whole piece {@code index}, whose bytes begin at {@code offset} of {@code data}.
     */
    public void piece(int index, byte[] data, int offset) {
        int size = pieceSize(index);
        MessageDigest sha1 = Digests.sha1();
        sha1.update(data, offset, size);
        put(sha1.digest(), pieces, index);
        if (index == count - 1) {
            sha1.update(data, offset, size);
            sha1.update(new byte[pieceLength - size]);
            put(sha1.digest(), paddedLast, 0);
        }
        put(MerkleTree.rootOfBytes(data, offset, size, width(size)), layer, index);
    }

    /** Bytes of the piece {@code index}. */
    public int pieceSize(int index) {
        return (int) Math.min(pieceLength, length - (long) index * pieceLength);
    }

    /** The hashes, once every piece has been hashed. */
    public FileHashes finish() {
        byte[] root = count > 1 ? MerkleTree.rootOfLayer(layer, pieceLength) : layer;
        byte[] kept = count > 1 ? layer : new byte[0];
        return new FileHashes(pieceLength, length, pieces, paddedLast, root, kept);
    }

    private int width(int size) {
        int leaves = Math.ceilDiv(size, PieceSizes.LEAF);
        return count > 1 ? pieceLength / PieceSizes.LEAF : MerkleTree.nextPowerOfTwo(leaves);
    }

    private static void put(byte[] hash, byte[] into, int index) {
        System.arraycopy(hash, 0, into, index * hash.length, hash.length);
    }
}
