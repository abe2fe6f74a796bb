package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.hashing.FileHashes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the {@code file tree} of BEP 52: folders are dictionaries, a file is one under "". */
final class FileTree {
    private FileTree() {}

    static BencodeDictionary of(Map<String, FileHashes> files) {
        Map<String, Map<String, FileHashes>> folders = new LinkedHashMap<>();
        var tree = BencodeDictionary.builder();
        files.forEach((path, hashes) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                tree.put(path, leaf(hashes));
            } else {
                folders.computeIfAbsent(path.substring(0, slash), key -> new LinkedHashMap<>())
                        .put(path.substring(slash + 1), hashes);
            }
        });
        folders.forEach((name, below) -> tree.put(name, of(below)));
        return tree.build();
    }

    private static BencodeDictionary leaf(FileHashes hashes) {
        var properties = BencodeDictionary.builder().put("length", hashes.length());
        if (hashes.length() > 0) {
            properties.put("pieces root", hashes.root());
        }
        return BencodeDictionary.builder().put("", properties.build()).build();
    }
}
