package io.seedhouse.it;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something the platform does on its own, and no longer than is reasonable. */
final class Await {

    private static final Duration POLL = Duration.ofMillis(100);

    private Await() {}

    /** The first value that appears; fails, naming what was awaited, when none does in time. */
    static <T> T until(String what, Duration limit, Supplier<Optional<T>> probe) {
        Instant end = Instant.now().plus(limit);
        while (true) {
            Optional<T> found = probe.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
