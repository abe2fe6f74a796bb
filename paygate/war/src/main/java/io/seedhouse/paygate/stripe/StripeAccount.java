package io.seedhouse.paygate.stripe;

import java.util.Optional;

/**
 * Whom to talk to. Nothing here says whether it is Stripe or its stand-in.
 *
 * @param apiBase address to use in place of Stripe's own
 * @param apiKey the secret key
 */
public record StripeAccount(Optional<String> apiBase, String apiKey) {

    /** Whether it is a key for real money, whole or restricted. */
    boolean live() {
        return apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_");
    }

    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "StripeAccount[apiBase=" + apiBase + "]";
    }
}
