package io.seedhouse.packager.hashing;

/**
 * Gathers the hashes of a file's pieces, in any order and from several threads, each piece once.
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
        this.pieceLength = PieceLength.check(pieceLength);
        this.length = length;
        this.count = PieceLength.count(length, pieceLength);
        this.pieces = new byte[count * FileHashes.V1_LENGTH];
        this.paddedLast = new byte[Math.min(count, 1) * FileHashes.V1_LENGTH];
        this.layer = new byte[count * FileHashes.V2_LENGTH];
    }

    /** Takes the hashes of the piece {@code index}, all of whose bytes the hasher has seen. */
    public void put(int index, PieceDigest piece) {
        put(piece.v1(), pieces, index);
        if (index == count - 1) {
            put(piece.v1Padded(), paddedLast, 0);
        }
        put(piece.v2(width(piece.size())), layer, index);
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
        int leaves = Math.ceilDiv(size, PieceLength.LEAF);
        return count > 1 ? pieceLength / PieceLength.LEAF : MerkleTree.nextPowerOfTwo(leaves);
    }

    private static void put(byte[] hash, byte[] into, int index) {
        System.arraycopy(hash, 0, into, index * hash.length, hash.length);
    }
}
