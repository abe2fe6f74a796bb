package io.seedhouse.packager.hashing;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The SHA-256 tree of BEP 52: leaves are hashes of 16 KiB blocks, the last one shorter where the
 * file ends; missing leaves are 32 zero bytes; a node is the hash of its two children.
 */
public final class MerkleTree {
    private static final int NODE = FileHashes.V2_LENGTH;

    private MerkleTree() {}

    /**
     * The root over the leaves of some bytes.
     *
     * @param width leaves of a full tree, a power of two
     */
    public static byte[] rootOfBytes(byte[] data, int offset, int length, int width) {
        MessageDigest sha = Digests.sha256();
        int leaves = Math.ceilDiv(length, PieceSizes.LEAF);
        byte[] nodes = new byte[width * NODE];
        for (int i = 0; i < leaves; i++) {
            int from = i * PieceSizes.LEAF;
            sha.update(data, offset + from, Math.min(PieceSizes.LEAF, length - from));
            System.arraycopy(sha.digest(), 0, nodes, i * NODE, NODE);
        }
        return fold(nodes, width, sha);
    }

    /** The root over a piece layer, padded with the roots of empty pieces. */
    public static byte[] rootOfLayer(byte[] layer, int pieceLength) {
        MessageDigest sha = Digests.sha256();
        int width = nextPowerOfTwo(layer.length / NODE);
        byte[] empty =
                fold(
                        new byte[pieceLength / PieceSizes.LEAF * NODE],
                        pieceLength / PieceSizes.LEAF,
                        sha);
        byte[] nodes = Arrays.copyOf(layer, width * NODE);
        for (int at = layer.length; at < nodes.length; at += NODE) {
            System.arraycopy(empty, 0, nodes, at, NODE);
        }
        return fold(nodes, width, sha);
    }

    public static int nextPowerOfTwo(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    private static byte[] fold(byte[] nodes, int width, MessageDigest sha) {
        for (int level = width; level > 1; level /= 2) {
            for (int i = 0; i < level / 2; i++) {
                sha.update(nodes, i * 2 * NODE, 2 * NODE);
                System.arraycopy(sha.digest(), 0, nodes, i * NODE, NODE);
            }
        }
        return Arrays.copyOf(nodes, NODE);
    }
}
