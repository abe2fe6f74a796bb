package io.seedhouse.packager.writing;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Details;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.MetainfoException;
import io.seedhouse.packager.metainfo.TorrentPaths;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the torrent of a folder of files. The same input makes the same bytes.
 *
 * @param name the folder's name
 * @param pieceLength bytes of a piece, the same for all files
 * @param attributes of files by path; a file that is missing here has none
 */
public record MetainfoWriter(
        String name, int pieceLength, Map<String, Set<Attribute>> attributes, Details details) {

    public MetainfoWriter {
        attributes = Map.copyOf(attributes);
    }

    /**
     * A hybrid torrent.
     *
     * @param files hashes by path below the folder, at least one
     * @throws IllegalArgumentException when the files make no sound torrent
     */
    public Metainfo hybrid(Map<String, FileHashes> files) {
        SortedMap<String, FileHashes> sorted = inTreeOrder(files);
        return write(
                new InfoWriter(this).hybrid(sorted).build(),
                TorrentEntries.of(details)
                        .put("piece layers", FileTree.pieceLayers(sorted.values())));
    }

    /**
     * A torrent of version 1 alone, without pads: the files one after the other in tree order, cut
     * into pieces regardless of where one ends.
     *
     * @param lengths bytes of the files by path below the folder, at least one
     * @param pieces SHA-1 of each piece, concatenated
     * @throws IllegalArgumentException when the files make no sound torrent
     */
    public Metainfo v1(Map<String, Long> lengths, byte[] pieces) {
        return write(
                new InfoWriter(this).v1(inTreeOrder(lengths), pieces).build(),
                TorrentEntries.of(details));
    }

    /** Reading it back checks it. */
    private static Metainfo write(BencodeDictionary info, BencodeDictionary.Builder top) {
        try {
            return Metainfo.parse(top.put("info", info).build().encode());
        } catch (MetainfoException e) {
            throw new IllegalArgumentException(
                    "these files make no sound torrent: " + e.getMessage(), e);
        }
    }

    private <V> SortedMap<String, V> inTreeOrder(Map<String, V> files) {
        for (String path : attributes.keySet()) {
            if (!files.containsKey(path)) {
                throw new IllegalArgumentException(
                        "attributes of '" + path + "', which is no file");
            }
        }
        SortedMap<String, V> sorted = new TreeMap<>(TorrentPaths.ORDER);
        sorted.putAll(files);
        return sorted;
    }
}
