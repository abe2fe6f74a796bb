package io.seedhouse.tracker.statistics;

/** Times one request in 64, since looking at the clock costs as much as a small answer. */
public final class Stopwatch {
    private static final int ONE_IN = 64;

    private final Transport by;
    private int turn;

    /** One for each thread that answers requests of a transport. */
    public Stopwatch(Transport by) {
        this.by = by;
    }

    /** To be given to {@link #stop}; 0 when this request is not timed. */
    public long start() {
        turn = (turn + 1) % ONE_IN;
        return turn == 0 ? System.nanoTime() | 1 : 0;
    }

    /** The request is answered. */
    public void stop(long started, Tally tally) {
        if (started != 0) {
            tally.took(by, System.nanoTime() - started);
        }
    }
}
