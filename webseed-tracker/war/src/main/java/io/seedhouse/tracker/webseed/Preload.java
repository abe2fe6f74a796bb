package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;

import org.xnio.IoUtils;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps back what a bundle sells until its preload begins: 503 and when to come back.
 *
 * <p>A BitTorrent client, which asks for ranges, cannot be told so: libtorrent takes every status
 * of failure for a file that is missing here for good, and asks for a range anywhere in the
 * torrent, so that its wait for a sold file would be the free ones' too. It is sent to an address
 * of the file's own ({@code ?wait}), which libtorrent treats as another web seed, and there its
 * request is held and hung up on without an answer, which it takes for a fault of the line. It goes
 * on with the free files meanwhile, asks again, and has the file a moment after the preload begins.
 */
final class Preload {
    /** The longest that anybody is asked to stay away. */
    static final int LONGEST_WAIT_SECONDS = 60;

    static final String WAITING = "wait";

    /** Clients hang up after twenty. */
    private static final Duration HELD = Duration.ofSeconds(15);

    /** Further ones are hung up on at once and come back in a second. */
    private static final int MOST_HELD = 4000;

    private final AdmittedTorrents admitted;
    private final InstantSource clock;
    private final Duration patience;
    private final AtomicInteger held = new AtomicInteger();

    Preload(AdmittedTorrents admitted, InstantSource clock) {
        this(admitted, clock, HELD);
    }

    Preload(AdmittedTorrents admitted, InstantSource clock, Duration patience) {
        this.admitted = admitted;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Takes care of a request for a file whose moment is still to come.
     *
     * @param again handles it once more when the moment has come
     * @return false where the file may be sent
     */
    boolean refuses(HttpServerExchange exchange, UUID bundle, Seed seed, HttpHandler again) {
        Instant until = admitted.lockedUntil(bundle);
        Instant now = clock.instant();
        if (until == null || !now.isBefore(until) || !isSold(seed)) {
            return false;
        }
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        if (!isForARange(exchange)) {
            sayWhen(exchange, now, until);
        } else if (exchange.getQueryParameters().containsKey(WAITING)) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> hold(exchange, until, again));
        } else {
            sendToWait(exchange);
        }
        return true;
    }

    private static boolean isSold(Seed seed) {
        return seed instanceof Seed.StoredFile file && file.sold();
    }

    private static boolean isForARange(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.GET)
                && exchange.getRequestHeaders().contains(Headers.RANGE);
    }

    private static void sayWhen(HttpServerExchange exchange, Instant now, Instant until) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds(now, until));
        WebSeed.refuse(
                exchange,
                StatusCodes.SERVICE_UNAVAILABLE,
                "This file can be fetched from %s on, and the free ones now."
                        .formatted(until.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** At least one: a client that is told 0 takes a default of its own, or does not wait. */
    private static int seconds(Instant now, Instant until) {
        long left = Duration.between(now, until).plusMillis(999).toSeconds();
        return (int) Math.clamp(left, 1, LONGEST_WAIT_SECONDS);
    }

    private static void sendToWait(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        String before = query.isEmpty() ? "" : query + "&";
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, exchange.getRequestURI() + "?" + before + WAITING);
        exchange.setStatusCode(StatusCodes.TEMPORARY_REDIRECT).endExchange();
    }

    private void hold(HttpServerExchange exchange, Instant until, HttpHandler again) {
        long left = Duration.between(clock.instant(), until).toMillis() + 1;
        long millis = Math.clamp(left, 1, patience.toMillis());
        if (held.incrementAndGet() > MOST_HELD) {
            letGo(exchange);
            return;
        }
        try {
            exchange.getIoThread()
                    .executeAfter(
                            () -> release(exchange, until, again), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException serverStops) {
            letGo(exchange);
        }
    }

    private void release(HttpServerExchange exchange, Instant until, HttpHandler again) {
        if (clock.instant().isBefore(until)) {
            letGo(exchange);
        } else {
            held.decrementAndGet();
            exchange.dispatch(again);
        }
    }

    private void letGo(HttpServerExchange exchange) {
        held.decrementAndGet();
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }
}
