package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceSizes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes the info dictionary and the piece layers of a hybrid torrent of several files.
 *
 * <p>The v1 list follows the order of the v2 tree and is filled up to a piece boundary by a pad
 * (BEP 47) before each file that has content, so that v1 and v2 pieces are the same stretches of a
 * file. As libtorrent does it, empty files come before the pad, and no pad follows the last
 * content.
 */
final class InfoWriter {
    private InfoWriter() {}

    /** The files by path, already in tree order. */
    static BencodeDictionary info(String name, int pieceLength, Map<String, FileHashes> files) {
        List<BencodeValue> list = new ArrayList<>();
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        FileHashes previous = null;
        for (var file : files.entrySet()) {
            FileHashes hashes = file.getValue();
            if (hashes.length() > 0) {
                if (previous != null) {
                    pieces.writeBytes(previous.pieces(true));
                    addPad(list, PieceSizes.pad(previous.length(), pieceLength));
                }
                previous = hashes;
            }
            list.add(entry(file.getKey(), hashes.length()));
        }
        if (previous != null) {
            pieces.writeBytes(previous.pieces(false));
        }
        return BencodeDictionary.builder()
                .put("file tree", FileTree.of(files))
                .put("files", new BencodeList(list))
                .put("meta version", 2)
                .put("name", name)
                .put("piece length", pieceLength)
                .put("pieces", pieces.toByteArray())
                .build();
    }

    static BencodeDictionary pieceLayers(Map<String, FileHashes> files) {
        var layers = BencodeDictionary.builder();
        files.values().stream()
                .filter(hashes -> hashes.layer().length > 0)
                .forEach(hashes ->
                        layers.put(
                                BencodeString.of(hashes.root()), BencodeString.of(hashes.layer())));
        return layers.build();
    }

    private static BencodeDictionary entry(String path, long length) {
        return BencodeDictionary.builder()
                .put("length", new BencodeNumber(length))
                .put("path", BencodeList.ofTexts(Arrays.asList(path.split("/"))))
                .build();
    }

    private static void addPad(List<BencodeValue> list, int length) {
        if (length > 0) {
            list.add(
                    BencodeDictionary.builder()
                            .put("attr", "p")
                            .put("length", length)
                            .put("path", BencodeList.ofTexts(List.of(".pad", "" + length)))
                            .build());
        }
    }
}
