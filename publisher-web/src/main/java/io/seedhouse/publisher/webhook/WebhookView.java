package io.seedhouse.publisher.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the API shows it.
 *
 * @param state on, failing or off
 * @param offReason gone (it answered 410) or failing (for three days)
 */
public record WebhookView(
        UUID id,
        String url,
        List<String> events,
        String state,
        Instant created,
        @Nullable Instant lastDelivered,
        @Nullable Instant failingSince,
        @Nullable Instant offSince,
        @Nullable String offReason,
        @Nullable Instant oldSecretSignsUntil) {

    /** All of a publisher's. */
    public record Items(List<WebhookView> items) {}

    /** A new one; the secret is shown this once. */
    public record Created(UUID id, String url, List<String> events, String secret) {
        static Created of(Register.Shown shown) {
            Webhook webhook = shown.webhook();
            return new Created(
                    webhook.id(), webhook.url(), webhook.events(), shown.secret().text());
        }
    }

    /** A new secret, shown this once. */
    public record Renewed(UUID id, String secret, @Nullable Instant oldSecretSignsUntil) {
        static Renewed of(Register.Shown shown) {
            Webhook webhook = shown.webhook();
            return new Renewed(webhook.id(), shown.secret().text(), webhook.oldSignsUntil());
        }
    }

    static WebhookView of(Webhook w) {
        Webhook.Off reason = w.offReason();
        return new WebhookView(
                w.id(),
                w.url(),
                w.events(),
                state(w),
                w.created(),
                w.delivered(),
                w.failing(),
                w.off(),
                reason == null ? null : reason.name().toLowerCase(Locale.ROOT),
                w.oldSignsUntil());
    }

    private static String state(Webhook w) {
        if (w.off() != null) {
            return "off";
        }
        return w.failing() == null ? "on" : "failing";
    }
}
