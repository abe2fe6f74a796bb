package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.courtesy.Pace;
import io.seedhouse.tracker.courtesy.Pull;
import io.seedhouse.tracker.wire.Household;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;

/** What all transfers of one web seed share: who may begin, how fast, and who counts the bytes. */
final class Transfers {
    private static final long START = System.nanoTime();

    /** A retired torrent's transfers end within this, a client that takes nothing soon after. */
    private static final long LONGEST_WATCH_MILLIS = 500;

    private final Origin origin;
    private final Turnstile turnstile;

    Transfers(Origin origin) {
        this.origin = origin;
        Origin.Limits limits = origin.limits();
        Places places = new Places(limits.files(), limits.waiting(), limits.perHousehold());
        this.turnstile = new Turnstile(places, this::household);
    }

    /** Whether a file may be opened now; see {@link Turnstile#lets}. */
    boolean lets(HttpServerExchange exchange, HttpHandler again) {
        return turnstile.lets(exchange, again);
    }

    private long household(HttpServerExchange exchange) {
        byte[] client = origin.clients().apply(exchange).getAddress();
        return origin.exempt().contain(client, client.length)
                ? Places.EXEMPT
                : Household.of(client);
    }

    void leave(HttpServerExchange exchange) {
        turnstile.leave(exchange);
    }

    /**
     * Sends a body; the exchange is taken care of.
     *
     * @param length of it in bytes
     */
    void begin(HttpServerExchange exchange, UUID bundle, Body body, long length) {
        try {
            begin(exchange, bundle, body, pace(exchange, bundle, length));
        } catch (RuntimeException | Error e) {
            body.close();
            throw e;
        }
    }

    private void begin(HttpServerExchange exchange, UUID bundle, Body body, Pace pace) {
        try {
            new Transfer(exchange, bundle, body, this, pace).run();
        } catch (RuntimeException | Error e) {
            pace.close();
            throw e;
        }
    }

    private Pace pace(HttpServerExchange exchange, UUID bundle, long length) {
        origin.ledger().begin(bundle);
        byte[] client = origin.clients().apply(exchange).getAddress();
        Pull pull = new Pull(length, isPlayer(exchange, bundle));
        return origin.courtesy().begin(bundle, client, pull);
    }

    private boolean isPlayer(HttpServerExchange exchange, UUID bundle) {
        Map<String, Deque<String>> parameters = exchange.getQueryParameters();
        Deque<String> token = parameters.get("token");
        return token != null && origin.tokens().accepts(bundle, token.getFirst());
    }

    boolean serves(UUID bundle) {
        return origin.admitted().torrent(bundle).isPresent();
    }

    /** Notes bytes sent; those of a pad are none of the bundle's. */
    void report(UUID bundle, Seed seed, long bytes) {
        if (bytes > 0 && seed instanceof Seed.StoredFile) {
            origin.ledger().sent(bundle, bytes);
        }
    }

    /** Nanoseconds since this class was loaded. */
    long now() {
        return System.nanoTime() - START;
    }

    long patienceNanos() {
        return origin.limits().patience().toNanos();
    }

    long watchMillis() {
        return Math.clamp(origin.limits().patience().toMillis() / 4, 1, LONGEST_WATCH_MILLIS);
    }
}
