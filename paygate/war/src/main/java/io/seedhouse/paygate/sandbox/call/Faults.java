package io.seedhouse.paygate.sandbox.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Makes the next calls fail, as tests wish. Kept by this server only, and until it stops. */
public final class Faults {
    /** The most calls that can be told to fail. */
    public static final int MOST = 1_000;

    /** As long as a call hangs; callers of the shop wait for less. */
    private static final Duration HANG = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Kind kind = Kind.ERROR;
    private int left;

    /** What goes wrong. */
    public enum Kind {
        /** Stripe's own mistake: nothing is done. Kept under the call's idempotency key. */
        ERROR("500"),
        /** Too many calls: nothing is done. */
        RATE_LIMIT("429"),
        /** The call is done, but its answer comes half a minute later. */
        TIMEOUT("timeout"),
        /** The call is done, but the connection breaks before the answer is through. */
        DROP("drop");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        /** By the name that tests use. */
        public static Optional<Kind> named(String name) {
            for (var kind : values()) {
                if (kind.name.equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * From now on; what was wished before is forgotten, and calls that hang go on.
     *
     * @param next how many calls shall fail, 0 to {@value #MOST}
     */
    public void set(Kind kind, int next) {
        if (next < 0 || next > MOST) {
            throw new IllegalArgumentException(
                    "0 to %d calls can be told to fail, not %d".formatted(MOST, next));
        }
        lock.lock();
        try {
            this.kind = kind;
            left = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What goes wrong with this call; empty when nothing does. */
    public Optional<Kind> next() {
        lock.lock();
        try {
            if (left == 0) {
                return Optional.empty();
            }
            left--;
            return Optional.of(kind);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for half a minute, or until the wish changes. */
    public void hang() {
        lock.lock();
        try {
            changed.await(HANG.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
