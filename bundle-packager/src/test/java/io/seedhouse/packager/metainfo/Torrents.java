package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Torrents for tests, built and taken apart by hand. */
public final class Torrents {
    private Torrents() {}

    /** A torrent of this info dictionary and nothing else. */
    public static byte[] torrent(BencodeDictionary info) {
        return BencodeDictionary.builder().put("info", info).build().encode();
    }

    /** An info dictionary of version 1 with so many hashes of zeros. */
    public static BencodeDictionary.Builder v1(
            long pieceLength, int pieces, BencodeValue... entries) {
        return BencodeDictionary.builder()
                .put("name", "Folder")
                .put("piece length", pieceLength)
                .put("pieces", new byte[20 * pieces])
                .put("files", new BencodeList(List.of(entries)));
    }

    /** An entry of the v1 list. */
    public static BencodeDictionary entry(long length, String... path) {
        return attributed("", length, path);
    }

    /** An entry of the v1 list with these letters as attributes. */
    public static BencodeDictionary attributed(String letters, long length, String... path) {
        var entry =
                BencodeDictionary.builder()
                        .put("length", length)
                        .put("path", BencodeList.ofTexts(Arrays.asList(path)));
        return (letters.isEmpty() ? entry : entry.put("attr", letters)).build();
    }

    /** The torrent with another value at this place, a path of keys; null removes it. */
    public static byte[] with(byte[] torrent, UnaryOperator<BencodeValue> change, String... place)
            throws IOException {
        return change(BencodeReader.read(torrent), new ArrayList<>(List.of(place)), change)
                .encode();
    }

    /** The value at this place. */
    public static BencodeValue at(byte[] torrent, String... place) throws IOException {
        BencodeValue value = BencodeReader.read(torrent);
        for (String key : place) {
            value = Objects.requireNonNull(((BencodeDictionary) value).get(key), key);
        }
        return value;
    }

    /** The torrent without the entry at this place. */
    public static byte[] without(byte[] torrent, String... place) throws IOException {
        String last = place[place.length - 1];
        return with(
                torrent,
                value -> {
                    SortedMap<BencodeString, BencodeValue> entries =
                            new TreeMap<>(((BencodeDictionary) value).entries());
                    entries.remove(BencodeString.of(last));
                    return new BencodeDictionary(entries);
                },
                Arrays.copyOf(place, place.length - 1));
    }

    private static BencodeValue change(
            BencodeValue value, List<String> place, UnaryOperator<BencodeValue> change) {
        if (place.isEmpty()) {
            return change.apply(value);
        }
        BencodeString key = BencodeString.of(place.removeFirst());
        SortedMap<BencodeString, BencodeValue> entries =
                new TreeMap<>(((BencodeDictionary) value).entries());
        BencodeValue old = entries.getOrDefault(key, BencodeString.of(""));
        entries.put(key, change(old, place, change));
        return new BencodeDictionary(entries);
    }
}
