package io.seedhouse.packager.cli;

import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.metainfo.Metainfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code pack} is told about the torrent, content aside. */
final class TorrentOptions {
    private static final Set<String> TRACKERS = Set.of("http", "https", "udp", "ws", "wss");
    private static final Set<String> WEB = Set.of("http", "https");

    @Option(
            names = "--tracker",
            required = true,
            arity = "1..*",
            paramLabel = "URL[,URL]",
            description =
                    "Where clients announce (http, https, udp, ws, wss). Each is a tier, tried in"
                            + " turn; addresses joined by commas share one")
    List<String> trackers;

    @Option(
            names = "--web-seed",
            arity = "1..*",
            paramLabel = "URL",
            description = "Address below which the bundle's folder is served")
    List<String> webSeeds = List.of();

    @Option(
            names = "--private",
            description = "Peers only from the trackers (BEP 27); changes the infohash")
    boolean isPrivate;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "The mark of one tracker; changes the infohash")
    @Nullable String source;

    @Option(names = "--comment", paramLabel = "TEXT", description = "A remark that clients show")
    @Nullable String comment;

    @Option(
            names = "--date",
            paramLabel = "TIME",
            description =
                    "When it was made: 2026-11-20T12:00:00Z, seconds since 1970, or none (the"
                            + " default, unless SOURCE_DATE_EPOCH is set)")
    @Nullable String date;

    @Option(
            names = "--collection",
            arity = "1..*",
            paramLabel = "NAME",
            description = "A series whose torrents may share files (BEP 38)")
    List<String> collections = List.of();

    @Option(
            names = "--similar",
            arity = "1..*",
            paramLabel = "INFOHASH",
            description = "A torrent that may share files, as 40 hexadecimal digits (BEP 38)")
    List<String> similar = List.of();

    @Option(
            names = "--v1-only",
            description = "For old clients that cannot read hybrid torrents; reads all twice")
    boolean v1Only;

    /**
     * Refuses what no torrent can say.
     *
     * @throws IllegalArgumentException naming the option and the value
     */
    void check() {
        tiers().forEach(tier -> tier.forEach(url -> checkUrl("--tracker", url, TRACKERS)));
        webSeeds.forEach(url -> checkUrl("--web-seed", url, WEB));
        similar.forEach(TorrentOptions::checkInfohash);
        created();
    }

    private static void checkInfohash(String hash) {
        if (!hash.matches("[0-9a-fA-F]{40}")) {
            throw new IllegalArgumentException(
                    "--similar: '" + hash + "' is not 40 hexadecimal digits");
        }
    }

    Metainfo make(BundleTorrent torrent, Path folder, LongConsumer progress) throws IOException {
        fill(torrent);
        return v1Only ? torrent.buildV1(folder, progress) : torrent.build();
    }

    private void fill(BundleTorrent torrent) {
        torrent.trackerTiers(tiers()).webSeeds(webSeeds).collections(collections).similar(similar);
        if (isPrivate) {
            torrent.privately();
        }
        Optional.ofNullable(source).ifPresent(torrent::source);
        Optional.ofNullable(comment).ifPresent(torrent::comment);
        created().ifPresent(torrent::created);
    }

    private List<List<String>> tiers() {
        return trackers.stream().map(tier -> Arrays.asList(tier.split(",", -1))).toList();
    }

    private Optional<Instant> created() {
        String text = date != null ? date : System.getenv("SOURCE_DATE_EPOCH");
        if (text == null || text.isEmpty() || text.equals("none")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.matches("\\d+")
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s: '%s' is no time such as 2026-11-20T12:00:00Z"
                            .formatted(date != null ? "--date" : "SOURCE_DATE_EPOCH", text));
        }
    }

    /** Also for other options with an address. */
    static void checkUrl(String option, String url, Set<String> schemes) {
        try {
            URI uri = URI.create(url);
            if (uri.getScheme() != null
                    && schemes.contains(uri.getScheme())
                    && uri.getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that help.
        }
        throw new IllegalArgumentException(
                "%s: '%s' is no address of the kind %s".formatted(option, url, schemes));
    }
}
