package io.seedhouse.tracker.websocket;

/**
 * How many messages a connection may still send: a bucket that holds a burst and fills evenly. One
 * thread uses it.
 */
final class Allowance {
    /** A page that opens many films at once, or is offered many connections at a premiere. */
    static final int BURST = 100;

    private static final int MILLIS_EACH = 50;

    private long filledAt;
    private int left = BURST;

    Allowance(long now) {
        filledAt = now;
    }

    /** Takes one, or says that none is left. */
    boolean take(long now) {
        long more = (now - filledAt) / MILLIS_EACH;
        filledAt += more * MILLIS_EACH;
        left = (int) Math.min(BURST, left + more);
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
