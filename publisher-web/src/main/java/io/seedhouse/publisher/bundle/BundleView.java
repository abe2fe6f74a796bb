package io.seedhouse.publisher.bundle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A bundle as the API shows it; what is null is left out of the JSON.
 *
 * @param url its page
 * @param torrentUrl from sealing on
 * @param windows when its parts open
 * @param versionOf the bundle whose place it takes
 * @param versionKeys new or kept, for such a one
 * @param newVersionUrl page of the newest version that has taken its place
 */
public record BundleView(
        UUID id,
        String slug,
        String title,
        String synopsis,
        String category,
        List<Credit> credits,
        List<String> languages,
        String status,
        @Nullable String problem,
        Progress progress,
        List<File> files,
        List<TierView> tiers,
        @Nullable String infohashV1,
        @Nullable String infohashV2,
        @Nullable String magnet,
        @Nullable String torrentUrl,
        String url,
        @Nullable Instant premiere,
        Moments windows,
        @Nullable Instant published,
        @Nullable Withdrawal withdrawal,
        @Nullable UUID versionOf,
        @Nullable String versionKeys,
        @Nullable String newVersionUrl) {

    /**
     * @param open which of them have come
     */
    public record Moments(
            @Nullable Instant teaser,
            @Nullable Instant preload,
            @Nullable Instant premiere,
            @Nullable Instant extras,
            Windows.Open open) {
        static Moments of(Windows windows, Instant now) {
            return new Moments(
                    windows.teaser(),
                    windows.preload(),
                    windows.premiere(),
                    windows.extras(),
                    windows.openAt(now));
        }
    }

    /**
     * @param offset bytes that have arrived, of {@code length}
     * @param path below the torrent's folder, once sealed
     * @param extra whether its key opens with the extras
     * @param problem why a file that came sealed was refused: upload it again
     */
    public record File(
            UUID id,
            String name,
            String access,
            long length,
            long offset,
            String path,
            boolean extra,
            @Nullable String problem) {
        static File of(BundleFile f, long offset) {
            return new File(
                    f.id(),
                    f.name(),
                    f.access().label(),
                    f.length(),
                    offset,
                    f.path(),
                    f.extra(),
                    f.problemInWords());
        }
    }
}
