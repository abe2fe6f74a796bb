package io.seedhouse.publisher.webhook;

import static io.seedhouse.publisher.language.Say.say;

/** What became of {@link Webhooks#register}. */
public sealed interface Register {
    record Registered(Shown shown) implements Register {}

    /**
     * @param most a publisher may have
     */
    record TooMany(int most) implements Register {
        public String sentence() {
            return say("webhook.too-many", most);
        }
    }

    /** A webhook together with its new secret, which cannot be read again. */
    record Shown(Webhook webhook, SigningSecret secret) {}
}
