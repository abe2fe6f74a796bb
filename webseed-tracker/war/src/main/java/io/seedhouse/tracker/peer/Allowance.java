package io.seedhouse.tracker.peer;

/**
 * How much may be sent in a time: bytes flow in steadily, a second's worth is kept, and who finds
 * any may take all it needs, so that the next have to wait for the debt to be paid. For one thread
 * only.
 */
final class Allowance {
    private final int perSecond;
    private long balance;
    private long at;

    /**
     * @param now in milliseconds
     */
    Allowance(int perSecond, long now) {
        this.perSecond = perSecond;
        this.balance = perSecond;
        this.at = now;
    }

    /** Whether so many bytes may be sent now; if so, they count as sent. */
    boolean take(int bytes, long now) {
        balance = Math.min(perSecond, balance + (now - at) * perSecond / 1000);
        at = now;
        if (balance <= 0) {
            return false;
        }
        balance -= bytes;
        return true;
    }
}
