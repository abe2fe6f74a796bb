package io.seedhouse.packager.writing;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.metainfo.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the {@code file tree} of BEP 52, in which folders are dictionaries and a file is one under
 * "", and the {@code piece layers} that go with it.
 */
final class FileTree {
    private final Map<String, FileHashes> files;
    private final Map<String, Set<Attribute>> attributes;

    private FileTree(Map<String, FileHashes> files, Map<String, Set<Attribute>> attributes) {
        this.files = files;
        this.attributes = attributes;
    }

    static BencodeDictionary of(
            Map<String, FileHashes> files, Map<String, Set<Attribute>> attributes) {
        return new FileTree(files, attributes).folder("", files.keySet());
    }

    static BencodeDictionary pieceLayers(Collection<FileHashes> files) {
        var layers = BencodeDictionary.builder();
        for (FileHashes hashes : files) {
            byte[] layer = hashes.layer();
            if (layer.length > 0) {
                layers.put(BencodeString.of(hashes.root()), BencodeString.of(layer));
            }
        }
        return layers.build();
    }

    /** The folder whose path is {@code prefix}, which ends with a slash or is empty. */
    private BencodeDictionary folder(String prefix, Collection<String> paths) {
        Map<String, Collection<String>> folders = new LinkedHashMap<>();
        var tree = BencodeDictionary.builder();
        for (String path : paths) {
            int slash = path.indexOf('/', prefix.length());
            if (slash < 0) {
                tree.put(path.substring(prefix.length()), file(path));
            } else {
                folders.computeIfAbsent(path.substring(0, slash + 1), key -> new ArrayList<>())
                        .add(path);
            }
        }
        folders.forEach((path, below) ->
                tree.put(path.substring(prefix.length(), path.length() - 1), folder(path, below)));
        return tree.build();
    }

    private BencodeDictionary file(String path) {
        FileHashes hashes = Objects.requireNonNull(files.get(path));
        var properties =
                InfoWriter.withAttributes(attributes.getOrDefault(path, Set.of()))
                        .put("length", hashes.length());
        if (hashes.length() > 0) {
            properties.put("pieces root", hashes.root());
        }
        return BencodeDictionary.builder().put("", properties.build()).build();
    }
}
