package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.hashing.FileHashes;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a new hybrid torrent says: a folder of files, where to announce and where the web seeds are.
 *
 * @param name the folder's name
 * @param pieceLength bytes of a piece, the same for all files
 * @param files hashes by path below the folder
 * @param trackers announce addresses, first choice first (BEP 12: each a tier of its own)
 * @param webSeeds addresses ending in {@code /}, to which clients append name and path (BEP 19)
 * @param created second precision; null leaves it out
 * @param comment null leaves it out
 */
public record MetainfoWriter(
        String name,
        int pieceLength,
        SortedMap<String, FileHashes> files,
        List<String> trackers,
        List<String> webSeeds,
        @Nullable Instant created,
        @Nullable String comment) {

    public MetainfoWriter {
        SortedMap<String, FileHashes> sorted = new TreeMap<>(TorrentPaths.ORDER);
        sorted.putAll(files);
        files = sorted;
        trackers = List.copyOf(trackers);
        webSeeds = List.copyOf(webSeeds);
    }

    /** The torrent; reading it back checks it. */
    public Metainfo write() {
        try {
            return Metainfo.parse(dictionary().encode());
        } catch (MetainfoException e) {
            throw new IllegalArgumentException("these files make no sound torrent", e);
        }
    }

    private BencodeDictionary dictionary() {
        var top =
                BencodeDictionary.builder()
                        .put("created by", "Seedhouse")
                        .put("info", InfoWriter.info(name, pieceLength, files))
                        .put("piece layers", InfoWriter.pieceLayers(files));
        if (!trackers.isEmpty()) {
            top.put("announce", trackers.getFirst());
        }
        if (trackers.size() > 1) {
            top.put("announce-list", tiers());
        }
        if (!webSeeds.isEmpty()) {
            top.put("url-list", BencodeList.ofTexts(webSeeds));
        }
        if (created != null) {
            top.put("creation date", created.getEpochSecond());
        }
        if (comment != null) {
            top.put("comment", comment);
        }
        return top.build();
    }

    private BencodeList tiers() {
        List<BencodeValue> tiers =
                List.copyOf(
                        trackers.stream().map(url -> BencodeList.ofTexts(List.of(url))).toList());
        return new BencodeList(tiers);
    }
}
