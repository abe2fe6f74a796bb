package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeException;
import io.seedhouse.packager.bencode.BencodeReader;

/** Reads a whole torrent: its content by {@link InfoReader}, the rest by {@link DetailsReader}. */
final class MetainfoReader {
    private MetainfoReader() {}

    static Metainfo parse(byte[] bytes) throws MetainfoException {
        if (bytes.length > Metainfo.MAX_BYTES) {
            throw new MetainfoException(
                    "it is no torrent: it has more than " + Metainfo.MAX_BYTES + " bytes");
        }
        Fields top = new Fields(dictionary(bytes), "");
        Fields info = top.dictionary("info");
        InfoContent content = new InfoReader(info, top, bytes.length).read();
        Details details = new DetailsReader(top, info).read();
        return new Metainfo(bytes, info.entries().encode(), content, details);
    }

    private static BencodeDictionary dictionary(byte[] bytes) throws MetainfoException {
        try {
            if (BencodeReader.read(bytes) instanceof BencodeDictionary dictionary) {
                return dictionary;
            }
            throw new MetainfoException("it is no torrent: it is not a dictionary at byte 0");
        } catch (BencodeException e) {
            throw new MetainfoException("it is no torrent: " + e.getMessage());
        }
    }
}
