package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.MerkleTree;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives each file of a v2 tree a layer of zeros and the root over it. Mutation finds no hash: with
 * these it reaches what lies behind them.
 */
final class FittingHashes {
    private static final int NODE = 32;
    private static final int MOST_PIECES = 16;

    private final long pieceLength;
    private final SortedMap<BencodeString, BencodeValue> layers = new TreeMap<>();

    private FittingHashes(long pieceLength) {
        this.pieceLength = pieceLength;
    }

    static BencodeValue in(BencodeValue torrent) {
        if (torrent instanceof BencodeDictionary top
                && top.get("info") instanceof BencodeDictionary info
                && info.get("piece length") instanceof BencodeNumber(long length)
                && Long.bitCount(length) == 1
                && length >= PieceLength.LEAF
                && length <= Metainfo.MAX_PIECE_LENGTH
                && info.get("file tree") instanceof BencodeDictionary tree) {
            FittingHashes fitting = new FittingHashes(length);
            BencodeValue fittingInfo = with(info, "file tree", fitting.folder(tree));
            return with(
                    with(top, "info", fittingInfo),
                    "piece layers",
                    new BencodeDictionary(fitting.layers));
        }
        return torrent;
    }

    private BencodeDictionary folder(BencodeDictionary folder) {
        var changed = BencodeDictionary.builder();
        folder.entries()
                .forEach((name, below) -> {
                    boolean file = name.length() == 0;
                    changed.put(
                            name,
                            below instanceof BencodeDictionary entry
                                    ? file ? file(entry) : folder(entry)
                                    : below);
                });
        return changed.build();
    }

    private BencodeDictionary file(BencodeDictionary file) {
        if (file.get("length") instanceof BencodeNumber(long length)
                && length > pieceLength
                && length <= MOST_PIECES * pieceLength) {
            byte[] layer = new byte[NODE * (int) Math.ceilDiv(length, pieceLength)];
            var root = BencodeString.of(MerkleTree.rootOfLayer(layer, (int) pieceLength));
            layers.put(root, BencodeString.of(layer));
            return with(file, "pieces root", root);
        }
        return file;
    }

    private static BencodeDictionary with(BencodeDictionary old, String key, BencodeValue value) {
        SortedMap<BencodeString, BencodeValue> entries = new TreeMap<>(old.entries());
        entries.put(BencodeString.of(key), value);
        return new BencodeDictionary(entries);
    }
}
