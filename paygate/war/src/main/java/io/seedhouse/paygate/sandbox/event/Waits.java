package io.seedhouse.paygate.sandbox.event;

import java.time.Duration;
import java.util.List;

/**
 * How long a delivery waits after each failure. Stripe says no more than that the waits grow for up
 * to three days (docs.stripe.com/webhooks, "Retry behavior"); these begin with seconds, so that
 * trying the shop out needs no patience.
 */
final class Waits {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(25),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(5));

    private Waits() {}

    /**
     * @param attempts how often it was tried in vain, at least once
     */
    static Duration after(int attempts) {
        return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
    }
}
