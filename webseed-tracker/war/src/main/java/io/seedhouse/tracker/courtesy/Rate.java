package io.seedhouse.tracker.courtesy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket that hands out times instead of tokens (the generic cell rate algorithm): whoever
 * wants to send books the next free moment. Who books one small share at a time, and the next only
 * when it is sent, takes turns with all others; no queue is kept and nobody waits in here.
 */
final class Rate {
    /** No limit. */
    static final long NONE = 0;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What an idle bucket holds. */
    private static final long BURST = SECOND;

    private final long bytesPerSecond;
    private final AtomicLong free = new AtomicLong(Long.MIN_VALUE / 2);

    /**
     * @param bytesPerSecond or {@link #NONE}
     */
    Rate(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    boolean isLimited() {
        return bytesPerSecond != NONE;
    }

    long bytesPerSecond() {
        return bytesPerSecond;
    }

    /**
     * Books a moment.
     *
     * @param patience nanoseconds; who would wait longer goes after so long and is not charged
     * @return when the bytes may go, in nanoseconds of the same clock as {@code now}
     */
    long book(long bytes, long now, long patience) {
        if (!isLimited()) {
            return now;
        }
        long cost = Math.max(1, Math.multiplyExact(bytes, SECOND) / bytesPerSecond);
        while (true) {
            long was = free.get();
            long start = Math.max(was, now - BURST);
            if (start - now > patience) {
                return now + patience;
            }
            if (free.compareAndSet(was, start + cost)) {
                return Math.max(start, now);
            }
        }
    }
}
