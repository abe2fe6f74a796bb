package io.seedhouse.tracker.websocket;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much all connections together make us remember: their parts in torrents, and the offers that
 * wait for an answer. Alone a connection may have thousands of these, and so may ten thousand.
 */
final class Memory {
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Memory(int most) {
        this.most = most;
    }

    /**
     * Whether one more may be remembered; if so, it counts until it is {@link #forget forgotten}.
     */
    boolean take() {
        if (taken.incrementAndGet() <= most) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    void forget(int many) {
        taken.addAndGet(-many);
    }

    int taken() {
        return taken.get();
    }
}
