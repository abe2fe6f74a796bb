package io.seedhouse.tracker.interop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other programs do in their own time, and no longer than is reasonable. */
final class Await {
    private static final Duration POLL = Duration.ofMillis(100);

    private Await() {}

    static void until(String what, Duration limit, BooleanSupplier holds) {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + limit.toSeconds() + " s: " + what);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
