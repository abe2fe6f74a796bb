package io.seedhouse.paygate.stripe;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells Stripe's events from forged ones.
 *
 * @param secret the webhook's signing secret; without one no event is believed
 */
public record StripeEvents(Optional<String> secret, Clock clock) {
    private static final Gson GSON = new Gson();
    private static final Pattern PAIR = Pattern.compile("[^=]+=[^=]+");
    private static final long TOLERANCE_SECONDS = 300;

    /**
     * Checks the signature and its age, then reads the three fields we use. Works for events of any
     * API release, because the SDK's own event classes are not needed.
     */
    Reading read(String payload, @Nullable String signature) {
        if (secret.isEmpty()) {
            return new Reading.Deaf();
        }
        if (signature == null
                || !isWellFormed(signature)
                || !isGenuine(payload, signature, secret.get())) {
            return new Reading.Forged();
        }
        return parse(payload);
    }

    private static Reading parse(String payload) {
        try {
            var event = GSON.fromJson(payload, Wire.class);
            return event == null || event.id == null || event.type == null
                    ? new Reading.Garbled()
                    : new Reading.Genuine(event.id, event.type, event.objectId());
        } catch (JsonParseException e) {
            return new Reading.Garbled();
        }
    }

    /** Pairs only: Stripe's own parser falls over a name without a value. */
    private static boolean isWellFormed(String signature) {
        return Arrays.stream(signature.split(",", -1))
                .allMatch(pair -> PAIR.matcher(pair).matches());
    }

    private boolean isGenuine(String payload, String signature, String key) {
        try {
            return Webhook.Signature.verifyHeader(
                    payload, signature, key, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException | NumberFormatException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "StripeEvents";
    }

    /** The part of an event's JSON that is read; what is absent is null. */
    private record Wire(@Nullable String id, @Nullable String type, @Nullable Data data) {
        String objectId() {
            return data == null || data.object == null || data.object.id == null
                    ? ""
                    : data.object.id;
        }

        private record Data(@Nullable Thing object) {}

        private record Thing(@Nullable String id) {}
    }

    /** What came in. */
    sealed interface Reading {
        /**
         * @param objectId id of the thing the event is about
         */
        record Genuine(String id, String type, String objectId) implements Reading {}

        /** Not signed by Stripe, or more than five minutes ago. */
        record Forged() implements Reading {}

        /** Signed, but no event. */
        record Garbled() implements Reading {}

        /** No signing secret is configured. */
        record Deaf() implements Reading {}
    }
}
