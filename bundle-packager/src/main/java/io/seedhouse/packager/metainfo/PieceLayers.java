package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.MerkleTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code piece layers} of a torrent (BEP 52), which lie outside the info dictionary: each is
 * trusted only once it folds into the root that the info dictionary names. Files of the same
 * content share a layer, which is checked and kept once.
 */
final class PieceLayers {
    private final BencodeDictionary layers;
    private final int pieceLength;
    private final Map<BencodeString, V2Hashes> checked = new HashMap<>();

    PieceLayers(BencodeDictionary layers, int pieceLength) {
        this.layers = layers;
        this.pieceLength = pieceLength;
    }

    /** What the v2 half says of a file; empty for an empty file. */
    Optional<V2Hashes> of(TreeFile file) throws MetainfoException {
        if (file.length() == 0) {
            return Optional.empty();
        }
        if (file.length() <= pieceLength) {
            byte[] root = file.root().bytes();
            return Optional.of(new V2Hashes(root, root));
        }
        V2Hashes known = checked.get(file.root());
        V2Hashes hashes = known != null ? known : check(file);
        if (hashes.pieces() != Math.ceilDiv(file.length(), (long) pieceLength)) {
            throw wrong(file);
        }
        return Optional.of(hashes);
    }

    /** A layer that belongs to no file is damage, or something hidden. */
    void requireAllUsed() throws MetainfoException {
        for (BencodeString root : layers.entries().keySet()) {
            if (!checked.containsKey(root)) {
                throw new MetainfoException(
                        "the torrent cannot be used: the piece layer "
                                + Printable.quote(root.toString())
                                + " belongs to no file");
            }
        }
    }

    private V2Hashes check(TreeFile file) throws MetainfoException {
        if (!(layers.entries().get(file.root()) instanceof BencodeString string)) {
            throw wrong(file);
        }
        byte[] layer = string.bytes();
        byte[] root = file.root().bytes();
        if (layer.length == 0
                || layer.length % FileHashes.V2_LENGTH != 0
                || !Arrays.equals(MerkleTree.rootOfLayer(layer, pieceLength), root)) {
            throw wrong(file);
        }
        V2Hashes hashes = new V2Hashes(root, layer);
        checked.put(file.root(), hashes);
        return hashes;
    }

    private static MetainfoException wrong(TreeFile file) {
        return new MetainfoException(
                "the torrent cannot be used: the piece layer of "
                        + Printable.quote(file.path())
                        + " is missing or wrong");
    }
}
