package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.courtesy.PlayerTokens;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
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
 * @param exempt networks that the limit per household spares
 */
public record Origin(
        AdmittedTorrents admitted,
        Path folder,
        Ledger ledger,
        Courtesy courtesy,
        PlayerTokens tokens,
        Function<HttpServerExchange, InetAddress> clients,
        Networks exempt,
        Limits limits) {

    /**
     * Bounds.
     *
     * @param files open at a time
     * @param waiting requests that may wait for a file to be closed
     * @param perHousehold files and waits of one IPv4 address or one /56 of IPv6
     * @param patience with a client that takes nothing
     */
    public record Limits(int files, int waiting, int perHousehold, Duration patience) {
        public Limits {
            if (files < 1 || waiting < 0 || perHousehold < 1) {
                throw new IllegalArgumentException(
                        ("a web seed needs at least one file, not %d, a line of at least 0, not %d,"
                                        + " and at least one file for each address, not %d")
                                .formatted(files, waiting, perHousehold));
            }
        }

        /**
         * So many files at a time, four times as many waiting, and a minute's patience. A quarter
         * is for one household at most: few have so many people, and four would have to agree to
         * leave nothing to the others.
         */
        public static Limits of(int files) {
            return of(files, Math.max(8, files / 4));
        }

        /** The same with so many for one household. */
        public static Limits of(int files, int perHousehold) {
            return new Limits(files, 4 * files, perHousehold, Duration.ofSeconds(60));
        }
    }
}
