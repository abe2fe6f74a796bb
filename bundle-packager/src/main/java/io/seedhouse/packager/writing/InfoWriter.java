package io.seedhouse.packager.writing;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Details;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the info dictionary of a torrent of several files.
 *
 * <p>In a hybrid torrent the v1 list follows the order of the v2 tree and is filled up to a piece
 * boundary by a pad (BEP 47) before each file that has content, so that v1 and v2 pieces are the
 * same stretches of a file. As libtorrent does it, empty files come before the pad, and no pad
 * follows the last content.
 */
record InfoWriter(MetainfoWriter torrent) {

    /** The files by path, already in tree order. */
    BencodeDictionary.Builder hybrid(Map<String, FileHashes> files) {
        List<BencodeValue> list = new ArrayList<>();
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        FileHashes previous = null;
        for (var file : files.entrySet()) {
            FileHashes hashes = file.getValue();
            if (hashes.length() > 0) {
                if (previous != null) {
                    pieces.writeBytes(previous.pieces(true));
                    addPad(list, PieceLength.pad(previous.length(), torrent.pieceLength()));
                }
                previous = hashes;
            }
            list.add(entry(file.getKey(), hashes.length()));
        }
        if (previous != null) {
            pieces.writeBytes(previous.pieces(false));
        }
        return common().put("file tree", FileTree.of(files, torrent.attributes()))
                .put("files", new BencodeList(list))
                .put("meta version", 2)
                .put("pieces", pieces.toByteArray());
    }

    /** The lengths by path, already in tree order. */
    BencodeDictionary.Builder v1(Map<String, Long> files, byte[] pieces) {
        List<BencodeValue> list = new ArrayList<>();
        files.forEach((path, length) -> list.add(entry(path, length)));
        return common().put("files", new BencodeList(list)).put("pieces", pieces);
    }

    private BencodeDictionary.Builder common() {
        Details details = torrent.details();
        var info =
                BencodeDictionary.builder()
                        .put("name", torrent.name())
                        .put("piece length", torrent.pieceLength());
        if (details.isPrivate()) {
            info.put("private", 1);
        }
        details.source().ifPresent(source -> info.put("source", source));
        if (!details.similar().isEmpty()) {
            info.put("similar", hashes(details.similar()));
        }
        if (!details.collections().isEmpty()) {
            info.put("collections", BencodeList.ofTexts(details.collections()));
        }
        return info;
    }

    private static BencodeList hashes(List<String> hex) {
        List<BencodeValue> hashes = new ArrayList<>();
        hex.forEach(hash -> hashes.add(BencodeString.of(HexFormat.of().parseHex(hash))));
        return new BencodeList(hashes);
    }

    private BencodeDictionary entry(String path, long length) {
        return withAttributes(torrent.attributes().getOrDefault(path, Set.of()))
                .put("length", length)
                .put("path", BencodeList.ofTexts(Arrays.asList(path.split("/"))))
                .build();
    }

    /** A dictionary begun with {@code attr} where there is something to say. */
    static BencodeDictionary.Builder withAttributes(Set<Attribute> attributes) {
        var entry = BencodeDictionary.builder();
        return attributes.isEmpty() ? entry : entry.put("attr", Attribute.letters(attributes));
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
