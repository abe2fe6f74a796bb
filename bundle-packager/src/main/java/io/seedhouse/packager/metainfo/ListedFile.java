package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.util.ArrayList;
import java.util.List;

/** An entry of the v1 file list; a pad is zeros that no client stores (BEP 47). */
record ListedFile(String path, long length, boolean pad) {

    boolean isSame(TreeFile file) {
        return !pad && path.equals(file.path()) && length == file.length();
    }

    static List<ListedFile> all(List<BencodeValue> entries) throws MetainfoException {
        List<ListedFile> files = new ArrayList<>();
        for (BencodeValue entry : entries) {
            if (!(entry instanceof BencodeDictionary dictionary)) {
                throw new MetainfoException("it is no torrent: 'files' holds no dictionaries");
            }
            files.add(of(new Fields(dictionary, "files")));
        }
        return files;
    }

    private static ListedFile of(Fields entry) throws MetainfoException {
        List<String> path = new ArrayList<>();
        for (BencodeValue component : entry.list("path")) {
            path.add(Fields.name(component));
        }
        boolean pad =
                entry.entries().get("attr") instanceof BencodeString attributes
                        && attributes.toString().contains("p");
        return new ListedFile(String.join("/", path), entry.length("length"), pad);
    }
}
