package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.util.UUID;

/**
 * A checkout session as its provider tells it.
 *
 * @param orderId the order the session says it was opened for
 * @param total what the session charges
 * @param livemode whether real money moves
 */
public record PaymentSession(String id, UUID orderId, State state, Money total, boolean livemode) {

    /** Where a session stands. */
    public enum State {
        /** Not paid yet, or the money is still on its way. */
        OPEN,
        PAID,
        /** Never paid, and it no longer can be. */
        CLOSED
    }
}
