package io.seedhouse.tracker.websocket;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What is still to be sent on a connection. One frame at a time is handed to Undertow, which keeps
 * a buffer of 16 KiB for each, however small, and any number of them. For the connection's own
 * thread only.
 */
final class Outbox {
    /** What a waiting frame takes beside its bytes. */
    static final int OVERHEAD = 128;

    private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean handing;

    /**
     * Sends a frame when its turn has come.
     *
     * @param frame begins to send, and runs what it is given once all is sent
     */
    void add(Consumer<Runnable> frame) {
        waiting.add(frame);
        handOver();
    }

    private void handOver() {
        if (handing) {
            return;
        }
        handing = true;
        for (Consumer<Runnable> next; !sending && (next = waiting.poll()) != null; ) {
            sending = true;
            next.accept(this::sent);
        }
        handing = false;
    }

    private void sent() {
        sending = false;
        handOver();
    }
}
