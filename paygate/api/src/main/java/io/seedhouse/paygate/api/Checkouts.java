package io.seedhouse.paygate.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins purchases. */
public interface Checkouts {

    /**
     * Records an order and opens a checkout session for it. The buyer returns to {@code
     * BASE/orders/{orderId}} when done and to the bundle's page when they turn back.
     *
     * @param email where receipts go; kept with the order
     */
    Begin begin(UUID offerId, String email);

    /** What became of {@link #begin}. */
    sealed interface Begin {
        /**
         * The order stands.
         *
         * @param orderToken the only proof of the purchase, 256 random bits in base64url; stored
         *     hashed, so this is the one time it can be read
         * @param checkoutUrl where to pay; null when nothing is to be paid
         */
        record Begun(UUID orderId, String orderToken, @Nullable String checkoutUrl)
                implements Begin {
            /** Leaves the token out, so that it cannot reach a log. */
            @Override
            public String toString() {
                return "Begun[orderId=" + orderId + "]";
            }
        }

        /** No such offer, its bundle is not on sale, or it names a file that was not sealed. */
        record NotOnSale(UUID offerId) implements Begin {}

        record InvalidEmail(String email) implements Begin {}

        /** Payments are not configured or Stripe cannot be reached; nothing was charged. */
        record Unavailable(String reason) implements Begin {}
    }
}
