package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.courier.Queue.Ready;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Shares the threads out among webhooks. One that takes what it is sent gets up to fifty in a row;
 * one that fails gives its thread back at once.
 */
final class Dispatch {
    private static final Logger LOG = System.getLogger(Dispatch.class.getName());
    private static final int IN_A_ROW = 50;

    private final Queue queue;
    private final Courier courier;
    private final Executor threads;
    private final InstantSource clock;
    private final Slots slots = new Slots();

    /**
     * @param threads at least {@link Slots#MOST}, or some wait for others
     */
    Dispatch(Queue queue, Courier courier, Executor threads, InstantSource clock) {
        this.queue = queue;
        this.courier = courier;
        this.threads = threads;
        this.clock = clock;
    }

    /** Begins what can begin now. Waits for nobody. */
    void round() {
        queue.ready(clock.instant()).stream().filter(slots::take).forEach(this::begin);
    }

    private void begin(Ready webhook) {
        try {
            threads.execute(() -> serve(webhook));
        } catch (RejectedExecutionException stopping) {
            slots.giveBack(webhook);
        }
    }

    private void serve(Ready webhook) {
        try {
            int taken = 0;
            while (taken < IN_A_ROW && courier.deliver(webhook.webhookId())) {
                taken++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Webhook " + webhook.webhookId() + " has to wait.", e);
        } finally {
            slots.giveBack(webhook);
        }
    }
}
