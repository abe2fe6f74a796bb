package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of the v1 file list.
 *
 * @param pad whether it is zeros that no client stores (BEP 47); many pads may share a path
 */
record ListedFile(String path, long length, Set<Attribute> attributes, boolean pad) {

    /** The v1 list of a torrent; the one file of a single-file torrent has its name as path. */
    static List<ListedFile> all(Fields info, String name, PathReader paths)
            throws MetainfoException {
        if (info.has("files") && info.has("length")) {
            throw new MetainfoException(
                    "the torrent cannot be used: it is one file by 'length' and many by 'files'");
        }
        if (!info.has("files")) {
            return List.of(
                    new ListedFile(name, info.length("length"), info.attributes(name), false));
        }
        List<ListedFile> files = new ArrayList<>();
        for (BencodeValue entry : info.list("files")) {
            String where = "files[" + files.size() + "]";
            if (!(entry instanceof BencodeDictionary dictionary)) {
                throw new MetainfoException("it is no torrent: '" + where + "' is no dictionary");
            }
            files.add(of(new Fields(dictionary, where), paths));
        }
        return files;
    }

    private static ListedFile of(Fields entry, PathReader paths) throws MetainfoException {
        String path = paths.join(entry.list("path"));
        String letters = entry.attributeLetters(path);
        boolean pad = letters.indexOf('p') >= 0;
        return new ListedFile(path, entry.length("length"), Attribute.of(letters), pad);
    }

    TorrentFile toFile() {
        return new TorrentFile(path, length, attributes, Optional.empty());
    }
}
