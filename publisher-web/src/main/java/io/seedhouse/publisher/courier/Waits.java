package io.seedhouse.publisher.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a delivery that was not taken is sent again: soon at first, then ever less often. */
final class Waits {
    /** After it, a delivery that is not taken is given up. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6));

    private Waits() {}

    /**
     * @param tries how often it was sent, at least once
     * @param began when it was sent first
     * @return null for never
     */
    static @Nullable Instant next(int tries, Instant began, Instant now) {
        return began.plus(PATIENCE).isAfter(now)
                ? now.plus(WAITS.get(Math.min(tries, WAITS.size()) - 1))
                : null;
    }
}
