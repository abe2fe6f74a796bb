package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.FileHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of the v2 tree; its root is empty when the file is. */
record TreeFile(String path, long length, Set<Attribute> attributes, BencodeString root) {

    /** The files in tree order. */
    static List<TreeFile> walk(Fields tree, PathReader paths) throws MetainfoException {
        List<TreeFile> files = new ArrayList<>();
        walk(tree.entries(), "", paths, files);
        if (files.isEmpty()) {
            throw new MetainfoException("it is no torrent: it holds no files");
        }
        return files;
    }

    private static void walk(
            BencodeDictionary folder, String prefix, PathReader paths, List<TreeFile> files)
            throws MetainfoException {
        for (Map.Entry<BencodeString, BencodeValue> entry : folder.entries().entrySet()) {
            String path = paths.child(prefix, entry.getKey());
            if (!(entry.getValue() instanceof BencodeDictionary below)
                    || below.entries().isEmpty()) {
                throw new MetainfoException(
                        "it is no torrent: " + Printable.quote(path) + " is no file");
            }
            if (below.get("") == null) {
                walk(below, path + "/", paths, files);
            } else if (below.entries().size() > 1) {
                throw new MetainfoException(
                        "it is no torrent: "
                                + Printable.quote(path)
                                + " is both a file and a folder");
            } else {
                files.add(file(path, new Fields(below, path).dictionary("", path)));
            }
        }
    }

    private static TreeFile file(String path, Fields file) throws MetainfoException {
        String letters = file.attributeLetters(path);
        if (letters.indexOf('p') >= 0) {
            throw new MetainfoException(
                    "it is no torrent: "
                            + Printable.quote(path)
                            + " is a pad, which version 2 has none of");
        }
        long length = file.length("length");
        byte[] root = length == 0 ? new byte[0] : file.bytes("pieces root");
        if (length > 0 && root.length != FileHashes.V2_LENGTH) {
            throw new MetainfoException(
                    "it is no torrent: the root of " + Printable.quote(path) + " is no hash");
        }
        return new TreeFile(path, length, Attribute.of(letters), BencodeString.of(root));
    }
}
