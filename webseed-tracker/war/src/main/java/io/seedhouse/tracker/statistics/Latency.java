package io.seedhouse.tracker.statistics;

import java.util.concurrent.atomic.LongAdder;

/**
 * How long requests took, in classes each twice as wide as the one before: enough to tell a tracker
 * that is well from one that is not, at the price of one addition. Any thread may add and read.
 */
public final class Latency {
    /** The first class ends at 1,024 ns; the last holds everything from about eight seconds on. */
    private static final int SHORTEST = 10;

    static final int CLASSES = 24;

    private final LongAdder[] counts = new LongAdder[CLASSES];

    Latency() {
        for (int i = 0; i < CLASSES; i++) {
            counts[i] = new LongAdder();
        }
    }

    void took(long nanos) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, nanos));
        counts[Math.clamp(bits - SHORTEST, 0, CLASSES - 1)].increment();
    }

    /** Requests that were timed. */
    public long timed() {
        return within(CLASSES - 1);
    }

    /** Requests of a class and of all shorter ones. */
    long within(int last) {
        long sum = 0;
        for (int i = 0; i <= last; i++) {
            sum += counts[i].sum();
        }
        return sum;
    }

    /** Nanoseconds at which a class ends. */
    static long end(int of) {
        return 1L << SHORTEST + of;
    }

    /**
     * Microseconds within which a share of the requests was done, rounded up to a class's end; 0
     * when none was timed.
     *
     * @param share 0 to 1
     */
    public long micros(double share) {
        long timed = timed();
        for (int i = 0; i < CLASSES && timed > 0; i++) {
            if (within(i) >= share * timed) {
                return end(i) / 1000;
            }
        }
        return 0;
    }
}
