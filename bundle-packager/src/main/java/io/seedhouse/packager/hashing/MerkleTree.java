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

    /** The root over a piece layer, padded with the roots of empty pieces. */
    public static byte[] rootOfLayer(byte[] layer, int pieceLength) {
        int width = nextPowerOfTwo(layer.length / NODE);
        MessageDigest sha = Digests.sha256();
        byte[] empty = emptyPiece(pieceLength, sha);
        byte[] nodes = Arrays.copyOf(layer, width * NODE);
        for (int at = layer.length; at < nodes.length; at += NODE) {
            System.arraycopy(empty, 0, nodes, at, NODE);
        }
        return fold(nodes, width, sha);
    }

    /** All nodes of a level are the same, so one of each is enough. */
    private static byte[] emptyPiece(int pieceLength, MessageDigest sha) {
        byte[] node = new byte[NODE];
        for (int leaves = 1; leaves < pieceLength / PieceLength.LEAF; leaves *= 2) {
            sha.update(node);
            node = sha.digest(node);
        }
        return node;
    }

    public static int nextPowerOfTwo(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    /** Folds {@code width} nodes, a power of two, into their root; spoils them. */
    static byte[] fold(byte[] nodes, int width, MessageDigest sha) {
        for (int level = width; level > 1; level /= 2) {
            for (int i = 0; i < level / 2; i++) {
                sha.update(nodes, i * 2 * NODE, 2 * NODE);
                System.arraycopy(sha.digest(), 0, nodes, i * NODE, NODE);
            }
        }
        return Arrays.copyOf(nodes, NODE);
    }
}
