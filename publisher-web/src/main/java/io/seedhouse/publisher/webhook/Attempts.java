package io.seedhouse.publisher.webhook;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A publisher tries out and replays 30 times in ten minutes: other people's servers are not ours.
 */
@ApplicationScoped
public class Attempts {
    private final RateLimit perPublisher = new RateLimit(30, Duration.ofMinutes(10));

    /** What there can be too many of, for messages. */
    public static String what() {
        return say("webhook.attempts");
    }

    /** Empty when one more is fine; otherwise how long until it will be. */
    public Optional<Duration> take(UUID publisherId) {
        return perPublisher.take(publisherId.toString());
    }
}
