package io.seedhouse.tracker.websocket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that a connection makes us hold: half a message received, others not yet sent. Bounded for
 * each connection, and together for all, so that many who read nothing cannot fill the memory. When
 * all together hold too much, those with little go on as before.
 */
final class Backlog {
    /** Of one connection: a whole message half received, and some that wait to be sent. */
    static final int MOST = Receiver.LONGEST_MESSAGE + 32 * 1024;

    /** So much is never too much: a few messages between two turns of the thread. */
    static final int LITTLE = 8 * 1024;

    private final AtomicLong together;
    private final long mostTogether;
    private int held;
    private boolean over;

    /**
     * @param together shared by all connections
     */
    Backlog(AtomicLong together, long mostTogether) {
        this.together = together;
        this.mostTogether = mostTogether;
    }

    /** Holds so many more; false when that is too much and the connection is to end. */
    synchronized boolean hold(int bytes) {
        if (over) {
            return true; // and holds nothing any more
        }
        held += bytes;
        long all = together.addAndGet(bytes);
        return held <= MOST && (held <= LITTLE || all <= mostTogether);
    }

    /** So many are gone. */
    synchronized void release(int bytes) {
        if (!over) {
            held -= bytes;
            together.addAndGet(-bytes);
        }
    }

    /** The connection is gone and everything with it. */
    synchronized void end() {
        release(held);
        over = true;
    }
}
