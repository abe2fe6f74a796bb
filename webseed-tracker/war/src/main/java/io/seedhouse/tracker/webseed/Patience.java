package io.seedhouse.tracker.webseed;

/**
 * Tells when a client has taken too little for too long. A byte now and then would cost it nothing
 * and hold a file for ever; a little more than that is asked of it.
 */
final class Patience {
    /**
     * Bytes that begin it anew. Of half a kibibyte a second every line is capable, and the system's
     * own buffer may hold a slow one's bytes for most of a minute.
     */
    static final long LEAST = 32 << 10;

    private final long nanos;
    private long taken = -LEAST;
    private long since;

    Patience(long nanos) {
        this.nanos = nanos;
    }

    /**
     * @param bytes that the client has taken so far
     * @param waiting for us: it is not the client's fault then
     */
    boolean isOver(long bytes, boolean waiting, long now) {
        if (bytes - taken >= LEAST || waiting) {
            taken = bytes;
            since = now;
        }
        return now - since >= nanos;
    }
}
