package io.seedhouse.tracker.swarm;

/** The clock by which peers are remembered: it never goes back, and means nothing outside. */
public final class Clock {
    private static final long START = System.nanoTime();

    private Clock() {}

    /** Seconds since this process began to count. */
    public static long seconds() {
        return (System.nanoTime() - START) / 1_000_000_000;
    }
}
