package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a dictionary of a torrent; a missing or wrong entry is one clear sentence.
 *
 * @param where names the dictionary in messages; empty for the whole torrent
 */
record Fields(BencodeDictionary entries, String where) {

    @Nullable BencodeValue get(String key) {
        return entries.get(key);
    }

    boolean has(String key) {
        return get(key) != null;
    }

    long length(String key) throws MetainfoException {
        if (get(key) instanceof BencodeNumber(long value) && value >= 0) {
            return value;
        }
        throw missing(key, "a length");
    }

    BencodeString string(String key) throws MetainfoException {
        if (get(key) instanceof BencodeString string) {
            return string;
        }
        throw missing(key, "a string");
    }

    byte[] bytes(String key) throws MetainfoException {
        return string(key).bytes();
    }

    Fields dictionary(String key) throws MetainfoException {
        return dictionary(key, key);
    }

    /** The dictionary under {@code key}, which messages call {@code name}. */
    Fields dictionary(String key, String name) throws MetainfoException {
        if (get(key) instanceof BencodeDictionary dictionary) {
            return new Fields(dictionary, name);
        }
        throw missing(key, "a dictionary");
    }

    List<BencodeValue> list(String key) throws MetainfoException {
        if (get(key) instanceof BencodeList(List<BencodeValue> items)) {
            return items;
        }
        throw missing(key, "a list");
    }

    /** The letters of {@code attr}; empty when there are none (BEP 47). */
    String attributeLetters(String path) throws MetainfoException {
        String letters = has("attr") ? BencodeString.of(bytes("attr")).lenientText() : "";
        if (letters.indexOf('l') >= 0 || has("symlink path")) {
            throw new MetainfoException(
                    "the torrent cannot be used: "
                            + Printable.quote(path)
                            + " is a symbolic link, which could lead out of the folder");
        }
        return letters;
    }

    Set<Attribute> attributes(String path) throws MetainfoException {
        return Attribute.of(attributeLetters(path));
    }

    private MetainfoException missing(String key, String kind) {
        String place = where.isEmpty() ? "" : " in " + Printable.quote(where);
        return new MetainfoException("it is no torrent: '" + key + "'" + place + " is not " + kind);
    }
}
