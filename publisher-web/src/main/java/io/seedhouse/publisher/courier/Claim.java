package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.webhook.Delivery;
import io.seedhouse.publisher.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery that is kept from other senders for {@link Queue#LEASE}.
 *
 * @param generations of the secrets that sign it
 * @param at when it was claimed, which is when it is sent
 */
record Claim(
        UUID deliveryId,
        UUID webhookId,
        String url,
        UUID eventId,
        String body,
        List<Integer> generations,
        Instant at) {
    static Claim of(Webhook webhook, Delivery delivery, Instant now) {
        return new Claim(
                delivery.id(),
                webhook.id(),
                webhook.url(),
                delivery.eventId(),
                delivery.body(),
                webhook.generations(now),
                now);
    }
}
