package io.seedhouse.paygate.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money on its way back, as a publisher wants it. */
public interface Refunds {

    /**
     * Gives back a part of what an order paid, or all that is left. The order changes when Stripe
     * has done it; a full refund closes its keyring, though keys that were fetched cannot be taken
     * back.
     *
     * @param amount minor units; null for all that is left
     * @param key of the caller's choice, 1 to 100 characters; the same key never gives back twice
     */
    Refund refund(UUID bundleId, UUID orderId, @Nullable Long amount, String key);

    /** What became of {@link #refund}. */
    sealed interface Refund {
        /**
         * @param left what could still be given back after it
         */
        record Accepted(Money amount, Money left) implements Refund {}

        /** No order of this bundle has this id. */
        record Unknown() implements Refund {}

        /** Nothing was paid, or all was given back before. */
        record NothingPaid() implements Refund {}

        record AboveWhatIsLeft(Money left) implements Refund {}

        /** The bank holds the money until the dispute is settled. */
        record Disputed() implements Refund {}

        /** The key was used for another amount. */
        record OtherRequest() implements Refund {}

        /** Stripe cannot be reached: the request is kept and tried again by itself. */
        record Delayed(Money amount) implements Refund {}

        /** Stripe said no. */
        record Rejected(String reason) implements Refund {}
    }
}
