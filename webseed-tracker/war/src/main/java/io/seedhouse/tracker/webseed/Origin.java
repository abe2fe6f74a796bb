package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.courtesy.PlayerTokens;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * What a web seed stands on.
 *
 * @param folder holds one folder for each bundle
 * @param clients tells the address a request comes from
 */
public record Origin(
        AdmittedTorrents admitted,
        Path folder,
        Ledger ledger,
        Courtesy courtesy,
        PlayerTokens tokens,
        Function<HttpServerExchange, InetAddress> clients,
        Limits limits) {

    /**
     * Bounds.
     *
     * @param files open at a time
     * @param waiting requests that may wait for a file to be closed
     * @param patience with a client that takes nothing
     */
    public record Limits(int files, int waiting, Duration patience) {
        public Limits {
            if (files < 1 || waiting < 0) {
                throw new IllegalArgumentException(
                        "a web seed needs at least one file, not %d, and a line of at least 0, not %d"
                                .formatted(files, waiting));
            }
        }

        /** So many files at a time, four times as many waiting, and a minute's patience. */
        public static Limits of(int files) {
            return new Limits(files, 4 * files, Duration.ofSeconds(60));
        }
    }
}
