package io.seedhouse.publisher.webhook;

import static io.seedhouse.publisher.language.Say.say;

import java.util.Optional;
import java.util.UUID;

/** What became of {@link Deliveries#replay} and of trying out. */
public sealed interface Replay {
    /**
     * It will be sent within a second or two.
     *
     * @param deliveryId the one; empty where several were asked for
     */
    record Queued(int deliveries, Optional<UUID> deliveryId) implements Replay {}

    /** No such webhook or delivery of this publisher's. */
    record Unknown(String what) implements Replay {}

    record SwitchedOff() implements Replay {
        public String sentence() {
            return say("webhook.off");
        }
    }
}
