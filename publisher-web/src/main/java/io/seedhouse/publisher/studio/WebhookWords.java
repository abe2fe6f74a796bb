package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.again;
import static io.seedhouse.publisher.language.Say.say;

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
            case GONE -> say("studio.webhook.state.gone");
            case FAILING -> say("studio.webhook.state.failing");
            case null ->
                    webhook.failing() == null
                            ? say("studio.webhook.state.on")
                            : say("studio.webhook.state.late");
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
                delivery.fault() == null ? null : again("webhook.fault", delivery.fault()),
                pending && delivery.tries() > 0 ? delivery.due() : null);
    }

    private static String state(Delivery delivery) {
        return switch (delivery.state()) {
            case PENDING ->
                    delivery.tries() == 0
                            ? say("studio.delivery.pending")
                            : say("studio.delivery.late");
            case DELIVERED -> say("studio.delivery.delivered");
            case GIVEN_UP -> say("studio.delivery.given-up");
            case HELD -> say("studio.delivery.held");
        };
    }
}
