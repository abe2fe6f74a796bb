package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that sealing a bundle needs to know; the same at each run, since its files are final.
 *
 * @param name of the torrent and its folder
 * @param pieceLength bytes of a piece
 */
record Plan(
        UUID bundleId,
        String name,
        String title,
        Format format,
        int pieceLength,
        List<Item> items) {
    Plan {
        items = List.copyOf(items);
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

    static Plan of(Bundle bundle, List<Item> items) {
        return new Plan(
                bundle.id(),
                bundle.slug(),
                bundle.title(),
                bundle.format(),
                PieceLength.forTotal(total(items)),
                items);
    }
}
