package io.seedhouse.publisher.webhook;

import static io.seedhouse.publisher.language.Say.again;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it.
 *
 * @param eventId the header {@code webhook-id}
 * @param state pending, delivered, given_up or held
 * @param lastStatus what was answered last
 * @param lastProblem why it was not taken, in a sentence
 */
public record DeliveryView(
        UUID id,
        UUID eventId,
        String type,
        Instant timestamp,
        String state,
        int tries,
        @Nullable Integer lastStatus,
        @Nullable String lastProblem,
        @Nullable Instant lastTried,
        @Nullable Instant nextTry,
        @Nullable Instant delivered) {

    /**
     * A part of them, newest first.
     *
     * @param next what to pass as {@code before} for the following part; null at the end
     */
    public record Items(List<DeliveryView> items, @Nullable Long next) {
        static Items of(Deliveries.Page page) {
            return new Items(page.items().stream().map(DeliveryView::of).toList(), page.next());
        }
    }

    static DeliveryView of(Delivery d) {
        return new DeliveryView(
                d.id(),
                d.eventId(),
                d.type(),
                d.happened(),
                d.state().label(),
                d.tries(),
                d.status(),
                d.fault() == null ? null : again("webhook.fault", d.fault()),
                d.tried(),
                d.due(),
                d.delivered());
    }
}
