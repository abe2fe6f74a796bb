package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.hashing.FileHashes;
import java.util.Arrays;

/**
 * What a torrent says of a file's content in its v2 half (BEP 52): the root of a SHA-256 tree over
 * leaves of 16 KiB, and the hashes of the tree's nodes that cover a piece each. Immutable. For a
 * file of one piece or less the root is also the hash of that piece.
 */
public final class V2Hashes {
    private static final int LENGTH = FileHashes.V2_LENGTH;

    private final byte[] root;
    private final byte[] pieces;

    /** Takes over both arrays, which nobody may change any more. */
    V2Hashes(byte[] root, byte[] pieces) {
        this.root = root;
        this.pieces = pieces;
    }

    /** The root, 32 bytes. */
    public byte[] root() {
        return root.clone();
    }

    /** How many pieces the file has, at least 1. */
    public int pieces() {
        return pieces.length / LENGTH;
    }

    /** Whether the file's piece {@code index}, from 0, has this hash of 32 bytes. */
    public boolean matches(int index, byte[] hash) {
        int from = index * LENGTH;
        return Arrays.equals(pieces, from, from + LENGTH, hash, 0, hash.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof V2Hashes that && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }
}
