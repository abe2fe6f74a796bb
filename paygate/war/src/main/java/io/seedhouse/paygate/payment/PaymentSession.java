package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checkout session as its provider tells it.
 *
 * @param orderId the order the session says it was opened for
 * @param url where to pay; null once it cannot be paid any more
 * @param total what the session charges
 * @param livemode whether real money moves
 * @param paymentId the payment's own id; null until somebody has tried to pay
 * @param refunded minor units that were given back
 * @param dispute where a dispute of the charge stands
 */
public record PaymentSession(
        String id,
        UUID orderId,
        State state,
        @Nullable String url,
        Money total,
        boolean livemode,
        @Nullable String paymentId,
        long refunded,
        Dispute dispute) {

    /** One that was never disputed or given back. */
    public PaymentSession(String id, UUID orderId, State state, Money total, boolean livemode) {
        this(id, orderId, state, null, total, livemode, null, 0, Dispute.NONE);
    }

    /** Where a session stands. */
    public enum State {
        /** Not paid yet, or the money is still on its way. */
        OPEN,
        /** The money is set aside but not taken: {@link Payments#capture} takes it. */
        HELD,
        PAID,
        /** Never paid, and it no longer can be. */
        CLOSED
    }

    /** Where a dispute stands, by what it does to the money. */
    public enum Dispute {
        NONE,
        /** The bank asks; the money stays. */
        INQUIRY,
        /** The bank has taken the money until it decides. */
        OPEN,
        WON,
        LOST;

        /** Whether the money is not ours (any more). */
        public boolean takesMoney() {
            return this == OPEN || this == LOST;
        }
    }
}
