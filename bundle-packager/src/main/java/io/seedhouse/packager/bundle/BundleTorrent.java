package io.seedhouse.packager.bundle;

import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Details;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentPaths;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.packager.verifying.V1Pieces;
import io.seedhouse.packager.writing.MetainfoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Makes the torrent of a bundle: hybrid v1 and v2, or v1 alone; always a folder, whatever the order
 * in which sources and options are given. The same input makes the same bytes.
 */
public final class BundleTorrent {
    private final String name;
    private final int pieceLength;
    private final Map<String, FileHashes> files = new HashMap<>();
    private final Map<String, Set<Attribute>> attributes = new HashMap<>();
    private List<List<String>> trackerTiers = List.of();
    private List<String> webSeeds = List.of();
    private boolean isPrivate;
    private Optional<String> source = Optional.empty();
    private List<String> similar = List.of();
    private List<String> collections = List.of();
    private Optional<Instant> created = Optional.empty();
    private Optional<String> comment = Optional.empty();

    /**
     * @param name the folder's name, which {@link FileNames#check} accepts
     * @param pieceLength bytes of a piece, with which every file was sealed
     * @param files at least one, in any order
     * @throws IllegalArgumentException for a bad name or path, a path given twice, a path that is
     *     both file and folder, or a file sealed with another piece length
     */
    public BundleTorrent(String name, int pieceLength, List<SealedFile> files) {
        refuse(FileNames.check(name));
        this.name = name;
        this.pieceLength = PieceLength.check(pieceLength);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a bundle of no files");
        }
        files.forEach(this::add);
    }

    /** Where to announce, first choice first; each address is a tier of its own. */
    public BundleTorrent trackers(List<String> urls) {
        return trackerTiers(urls.stream().map(List::of).toList());
    }

    /**
     * Where to announce (BEP 12). Clients choose within a tier at random, which spreads the load,
     * and turn to a later tier when all before it fail.
     */
    public BundleTorrent trackerTiers(List<List<String>> tiers) {
        this.trackerTiers = List.copyOf(tiers);
        return this;
    }

    /**
     * Web seeds (BEP 19). A {@code /} is appended to an address that lacks it, since clients append
     * the bundle's name and the file's path only then.
     */
    public BundleTorrent webSeeds(List<String> urls) {
        this.webSeeds = urls.stream().map(url -> url.endsWith("/") ? url : url + "/").toList();
        return this;
    }

    /** Asks clients to find peers through the trackers alone (BEP 27); changes the infohash. */
    public BundleTorrent privately() {
        this.isPrivate = true;
        return this;
    }

    /** A mark by which the torrents of one tracker have infohashes of their own. */
    public BundleTorrent source(String mark) {
        this.source = Optional.of(mark);
        return this;
    }

    /**
     * Torrents that may share files with this one, such as an earlier release (BEP 38); clients
     * that have them need not fetch those files again. Changes the infohash.
     *
     * @param infohashes 40 hexadecimal digits each, so those of version 1
     * @throws IllegalArgumentException for anything else
     */
    public BundleTorrent similar(List<String> infohashes) {
        for (String hash : infohashes) {
            if (!hash.matches("[0-9a-fA-F]{40}")) {
                throw new IllegalArgumentException(
                        "the infohash '" + hash + "' is not 40 hexadecimal digits");
            }
        }
        this.similar = List.copyOf(infohashes);
        return this;
    }

    /** Names of series, such as a season, whose torrents may share files (BEP 38). */
    public BundleTorrent collections(List<String> names) {
        this.collections = List.copyOf(names);
        return this;
    }

    /**
     * Attributes of the file at this path inside the torrent (BEP 47).
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public BundleTorrent attributes(String path, Set<Attribute> of) {
        if (!files.containsKey(path)) {
            throw new IllegalArgumentException("the bundle has no file " + path);
        }
        attributes.put(path, Set.copyOf(of));
        return this;
    }

    /** When it was made, to the second; left out otherwise. */
    public BundleTorrent created(Instant instant) {
        this.created = Optional.of(instant);
        return this;
    }

    /** A remark that clients show; left out otherwise. */
    public BundleTorrent comment(String text) {
        this.comment = Optional.of(text);
        return this;
    }

    /** The hybrid torrent. */
    public Metainfo build() {
        return writer().hybrid(files);
    }

    /**
     * A torrent of version 1 alone, without pads, for clients that cannot parse hybrids. Its pieces
     * span files, so the finished files are read again, on all cores.
     *
     * @param folder in which the files lie at their paths
     * @param progress told the bytes newly read, on the calling thread
     * @throws IOException when a file cannot be read or has not the length it was sealed with
     * @throws java.nio.channels.ClosedByInterruptException when the thread is interrupted
     */
    public Metainfo buildV1(Path folder, LongConsumer progress) throws IOException {
        SortedMap<String, Long> lengths = new TreeMap<>(TorrentPaths.ORDER);
        files.forEach((path, hashes) -> lengths.put(path, hashes.length()));
        return writer().v1(lengths, V1Pieces.of(folder, pieceLength, lengths, progress));
    }

    private MetainfoWriter writer() {
        Details details =
                new Details(
                        trackerTiers,
                        webSeeds,
                        isPrivate,
                        source,
                        similar,
                        collections,
                        created,
                        comment,
                        Optional.of("Seedhouse"));
        return new MetainfoWriter(name, pieceLength, attributes, details);
    }

    private void add(SealedFile file) {
        for (String component : file.path().split("/", -1)) {
            refuse(FileNames.checkInBundle(component));
        }
        if (file.hashes().pieceLength() != pieceLength) {
            throw new IllegalArgumentException(
                    "%s was sealed with pieces of %d bytes, not %d"
                            .formatted(file.path(), file.hashes().pieceLength(), pieceLength));
        }
        if (files.put(file.path(), file.hashes()) != null) {
            throw new IllegalArgumentException(file.path() + " occurs twice");
        }
    }

    private static void refuse(Optional<String> fault) {
        fault.ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }
}
