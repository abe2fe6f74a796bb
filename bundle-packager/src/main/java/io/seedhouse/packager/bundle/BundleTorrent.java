package io.seedhouse.packager.bundle;

import io.seedhouse.packager.hashing.FileHashes;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.MetainfoWriter;
import io.seedhouse.packager.metainfo.TorrentPaths;
import io.seedhouse.packager.sealing.SealedFile;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the torrent of a bundle: hybrid v1 and v2, always a folder, whatever the order in which
 * sources and options are given. The same input makes the same bytes.
 */
public final class BundleTorrent {
    private final String name;
    private final int pieceLength;
    private final SortedMap<String, FileHashes> files = new TreeMap<>(TorrentPaths.ORDER);
    private List<String> trackers = List.of();
    private List<String> webSeeds = List.of();
    private @Nullable Instant created;
    private @Nullable String comment;

    /**
     * @param name the folder's name, which {@link FileNames#check} accepts
     * @param pieceLength bytes of a piece, with which every file was sealed
     * @param files at least one, in any order
     * @throws IllegalArgumentException for a bad name or path, a path given twice, a path that is
     *     both file and folder, or a file sealed with another piece length
     */
    public BundleTorrent(String name, int pieceLength, List<SealedFile> files) {
        checkName(name);
        this.name = name;
        this.pieceLength = PieceLength.check(pieceLength);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a bundle of no files");
        }
        files.forEach(this::add);
    }

    /** Where to announce, first choice first. */
    public BundleTorrent trackers(List<String> urls) {
        this.trackers = List.copyOf(urls);
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

    /** When it was made, to the second; left out otherwise. */
    public BundleTorrent created(Instant instant) {
        this.created = instant;
        return this;
    }

    /** A remark that clients show; left out otherwise. */
    public BundleTorrent comment(String text) {
        this.comment = text;
        return this;
    }

    /** The torrent. */
    public Metainfo build() {
        return new MetainfoWriter(name, pieceLength, files, trackers, webSeeds, created, comment)
                .write();
    }

    private void add(SealedFile file) {
        for (String component : file.path().split("/", -1)) {
            checkName(component);
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

    private static void checkName(String name) {
        FileNames.check(name)
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
    }
}
