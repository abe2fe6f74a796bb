package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * All that sealing a bundle needs to know; the same at each run, since its files are final.
 *
 * @param name of the torrent and its folder
 * @param pieceLength bytes of a piece
 * @param earlier bundles whose torrents may hold some of its files
 */
record Plan(
        UUID bundleId,
        String name,
        String title,
        Format format,
        int pieceLength,
        List<Item> items,
        List<UUID> earlier) {
    /** How much shorter pieces may be than a torrent of that size would have. */
    private static final int MOST_GROWTH = 8;

    Plan {
        items = List.copyOf(items);
        earlier = List.copyOf(earlier);
    }

    /**
     * What a version that keeps files has of the torrents before it.
     *
     * @param bundles whose they are, the latest first
     * @param pieceLength of the latest; 0 where its torrent is gone
     */
    record Earlier(List<UUID> bundles, int pieceLength) {
        static final Earlier NONE = new Earlier(List.of(), 0);
    }

    /**
     * One file.
     *
     * @param uploaded its bytes as they came, or as they lie in an earlier version
     * @param recipient whom to encrypt to; empty for a file that is free or came sealed
     * @param source the file of the earlier version; null for one that was uploaded
     */
    record Item(BundleFile file, Path uploaded, String recipient, @Nullable BundleFile source) {}

    /** Bytes of all files as they were uploaded. */
    long bytes() {
        return total(items);
    }

    private static long total(List<Item> items) {
        return items.stream().mapToLong(i -> i.file().length()).sum();
    }

    /** Pieces as long as before, so that those of files that are kept are the same. */
    static Plan of(Bundle bundle, List<Item> items, Earlier earlier) {
        return new Plan(
                bundle.id(),
                bundle.slug(),
                bundle.title(),
                bundle.format(),
                pieceLength(total(items), earlier.pieceLength()),
                items,
                earlier.bundles());
    }

    /** A version that has grown out of its pieces gets longer ones. */
    private static int pieceLength(long total, int before) {
        int fresh = PieceLength.forTotal(total);
        return before > 0 && fresh / before <= MOST_GROWTH ? before : fresh;
    }
}
