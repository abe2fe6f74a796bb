package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Keeps back what a bundle sells until its preload begins. BitTorrent clients are asked to come
 * back: soon enough that everybody fetches within a minute of the moment, and seldom enough that
 * those who wait cost nothing.
 */
record Preload(AdmittedTorrents admitted, InstantSource clock) {
    /** The longest that a client is asked to stay away. */
    static final int LONGEST_WAIT_SECONDS = 60;

    /** Refuses a file whose moment is still to come; false where it may be sent. */
    boolean refuses(HttpServerExchange exchange, UUID bundle, Seed seed) {
        Instant until = admitted.lockedUntil(bundle);
        Instant now = clock.instant();
        if (until == null || !now.isBefore(until) || !isSold(seed)) {
            return false;
        }
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds(now, until));
        WebSeed.refuse(
                exchange,
                StatusCodes.SERVICE_UNAVAILABLE,
                "This file can be fetched from %s on, and the free ones now."
                        .formatted(until.truncatedTo(ChronoUnit.SECONDS)));
        return true;
    }

    private static boolean isSold(Seed seed) {
        return seed instanceof Seed.StoredFile file && file.sold();
    }

    /** At least one: a client that is told 0 takes a default of its own, or does not wait. */
    private static int seconds(Instant now, Instant until) {
        long left = Duration.between(now, until).plusMillis(999).toSeconds();
        return (int) Math.clamp(left, 1, LONGEST_WAIT_SECONDS);
    }
}
