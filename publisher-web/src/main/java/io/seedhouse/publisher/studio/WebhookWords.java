package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.page.Words;
import io.seedhouse.publisher.webhook.Delivery;
import io.seedhouse.publisher.webhook.Webhook;
import java.time.Instant;
import java.util.List;

/** How webhooks and their deliveries read for people. */
final class WebhookWords {
    private WebhookWords() {}

    static WebhooksView.Row row(Webhook webhook, List<Delivery> deliveries, Instant now) {
        Instant old = webhook.oldSignsUntil();
        return new WebhooksView.Row(
                webhook.id().toString(),
                webhook.url(),
                Words.list(webhook.events()),
                state(webhook),
                webhook.off() == null && webhook.failing() == null,
                webhook.off() != null,
                webhook.off() == null ? webhook.failing() : webhook.off(),
                old == null || old.isBefore(now) ? null : old,
                deliveries.stream().map(WebhookWords::line).toList());
    }

    private static String state(Webhook webhook) {
        return switch (webhook.offReason()) {
            case GONE -> "Off: it answered 410, so nobody wants it any more. Since";
            case FAILING -> "Off: nothing arrived for three days. Since";
            case null -> webhook.failing() == null ? "On" : "On, but nothing arrives since";
        };
    }

    private static WebhooksView.Line line(Delivery delivery) {
        boolean pending = delivery.state() == Delivery.State.PENDING;
        return new WebhooksView.Line(
                delivery.id().toString(),
                delivery.type(),
                delivery.happened(),
                state(delivery),
                delivery.fault() == null,
                delivery.fault(),
                pending && delivery.tries() > 0 ? delivery.due() : null);
    }

    private static String state(Delivery delivery) {
        return switch (delivery.state()) {
            case PENDING -> delivery.tries() == 0 ? "On its way" : "Not yet";
            case DELIVERED -> "Arrived";
            case GIVEN_UP -> "Given up";
            case HELD -> "Held until the webhook is on";
        };
    }
}
