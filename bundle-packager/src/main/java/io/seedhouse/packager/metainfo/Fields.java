package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Typed access to a dictionary of a torrent; a missing or wrong entry is one clear sentence. */
record Fields(BencodeDictionary entries, String where) {

    boolean has(String key) {
        return entries.get(key) != null;
    }

    long length(String key) throws MetainfoException {
        if (entries.get(key) instanceof BencodeNumber(long value) && value >= 0) {
            return value;
        }
        throw missing(key, "a length");
    }

    byte[] bytes(String key) throws MetainfoException {
        if (entries.get(key) instanceof BencodeString string) {
            return string.bytes();
        }
        throw missing(key, "a string");
    }

    Fields dictionary(String key) throws MetainfoException {
        if (entries.get(key) instanceof BencodeDictionary dictionary) {
            return new Fields(dictionary, key);
        }
        throw missing(key, "a dictionary");
    }

    List<BencodeValue> list(String key) throws MetainfoException {
        if (entries.get(key) instanceof BencodeList(List<BencodeValue> items)) {
            return items;
        }
        throw missing(key, "a list");
    }

    String name(String key) throws MetainfoException {
        return name(entries.get(key));
    }

    /** A single name that stays inside its folder. */
    static String name(@Nullable BencodeValue value) throws MetainfoException {
        try {
            if (value instanceof BencodeString string && !TorrentPaths.unsafe(string.text())) {
                return string.text();
            }
        } catch (CharacterCodingException e) {
            throw new MetainfoException("the torrent cannot be used: a file name is not UTF-8");
        }
        throw new MetainfoException(
                "the torrent cannot be used: the file name '%s' would leave its folder"
                        .formatted(value instanceof BencodeString string ? string : ""));
    }

    private MetainfoException missing(String key, String kind) {
        String place = where.isEmpty() ? "" : " in '" + where + "'";
        return new MetainfoException("it is no torrent: '" + key + "'" + place + " is not " + kind);
    }
}
