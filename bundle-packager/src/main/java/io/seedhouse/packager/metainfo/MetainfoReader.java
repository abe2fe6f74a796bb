package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeException;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a whole torrent: the info dictionary by {@link InfoReader}, and where to announce. */
final class MetainfoReader {
    private MetainfoReader() {}

    static Metainfo parse(byte[] bytes) throws MetainfoException {
        if (bytes.length > Metainfo.MAX_BYTES) {
            throw new MetainfoException(
                    "it is no torrent: it has more than " + Metainfo.MAX_BYTES + " bytes");
        }
        Fields top = new Fields(dictionary(bytes), "");
        Fields info = top.dictionary("info");
        InfoReader read = InfoReader.read(info, top);
        return new Metainfo(bytes, info.entries(), read, sources(top.entries()));
    }

    private static BencodeDictionary dictionary(byte[] bytes) throws MetainfoException {
        try {
            if (BencodeReader.read(bytes) instanceof BencodeDictionary dictionary) {
                return dictionary;
            }
            throw new MetainfoException("it is no torrent: it is not a dictionary");
        } catch (BencodeException e) {
            throw new MetainfoException("it is no torrent: " + e.getMessage());
        }
    }

    private static Metainfo.Sources sources(BencodeDictionary top) {
        Set<String> trackers = new LinkedHashSet<>();
        texts(top.get("announce")).forEach(trackers::add);
        texts(top.get("announce-list")).forEach(trackers::add);
        return new Metainfo.Sources(List.copyOf(trackers), texts(top.get("url-list")).toList());
    }

    /** All texts of a value, however nested: clients write these lists in several ways. */
    private static Stream<String> texts(@Nullable BencodeValue value) {
        return switch (value) {
            case BencodeString string when string.length() > 0 -> Stream.of(string.toString());
            case BencodeList list -> list.items().stream().flatMap(MetainfoReader::texts);
            case null, default -> Stream.empty();
        };
    }
}
