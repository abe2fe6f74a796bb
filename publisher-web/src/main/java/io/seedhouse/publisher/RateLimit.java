package io.seedhouse.publisher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * At most so many attempts per key and window; a window begins with its first attempt. Counts live
 * in this server's memory, for at most 100 000 keys.
 */
public final class RateLimit {
    private static final int KEYS = 100_000;

    private final int permits;
    private final Duration window;
    private final Ticker ticker;
    private final Cache<String, Count> counts;

    private record Count(long began, int taken) {}

    public RateLimit(int permits, Duration window) {
        this(permits, window, Ticker.systemTicker());
    }

    RateLimit(int permits, Duration window, Ticker ticker) {
        this.permits = permits;
        this.window = window;
        this.ticker = ticker;
        this.counts =
                Caffeine.newBuilder()
                        .maximumSize(KEYS)
                        .ticker(ticker)
                        .executor(Runnable::run)
                        .expireAfter(Expiry.creating((String k, Count c) -> window))
                        .build();
    }

    /**
     * Takes one permit.
     *
     * @return empty when there was one; otherwise how long until there will be
     */
    public Optional<Duration> take(String key) {
        long now = ticker.read();
        Count count =
                counts.asMap()
                        .compute(
                                key,
                                (k, c) ->
                                        c == null
                                                ? new Count(now, 1)
                                                : new Count(
                                                        c.began, Math.min(c.taken, permits) + 1));
        return count.taken <= permits
                ? Optional.empty()
                : Optional.of(window.minusNanos(now - count.began));
    }

    /** Returns a permit, because the attempt turned out not to count. */
    public void giveBack(String key) {
        counts.asMap().computeIfPresent(key, (k, c) -> new Count(c.began, c.taken - 1));
    }

    /** Forgets every attempt of a key. */
    public void clear(String key) {
        counts.invalidate(key);
    }
}
