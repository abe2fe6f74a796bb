package io.seedhouse.tracker.webseed;

/** Tells when a client has taken nothing for too long. */
final class Patience {
    private final long nanos;
    private long taken = -1;
    private long since;

    Patience(long nanos) {
        this.nanos = nanos;
    }

    /**
     * @param bytes that the client has taken so far
     * @param waiting for us: it is not the client's fault then
     */
    boolean isOver(long bytes, boolean waiting, long now) {
        if (bytes != taken || waiting) {
            taken = bytes;
            since = now;
        }
        return now - since >= nanos;
    }
}
