package io.seedhouse.publisher.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Ends running work when the server goes down in good order, so that it is left as a kill would
 * leave it: still sealing, to be resumed. Threads are told through a flag and not interrupted: an
 * interrupt would close the embedded database's file under everybody.
 */
@ApplicationScoped
class Closing {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReadWriteLock working = new ReentrantReadWriteLock();
    private volatile boolean closing;

    /** The server is going down. */
    static final class Closed extends RuntimeException {
        Closed() {
            super("the server is going down");
        }
    }

    /** Work begins; {@link #leave} must follow. */
    void enter() {
        working.readLock().lock();
    }

    void leave() {
        working.readLock().unlock();
    }

    /**
     * To be asked every few megabytes.
     *
     * @throws Closed when it is time to stop
     */
    void check() {
        if (closing) {
            throw new Closed();
        }
    }

    /** Stops all work and waits until it has stopped, at most ten seconds. */
    void close() {
        closing = true;
        try {
            if (working.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                working.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
