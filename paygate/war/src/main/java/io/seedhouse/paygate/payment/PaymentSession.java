package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * A checkout session as its provider tells it.
 *
 * @param orderId the order the session was opened for; empty when it is not one of ours
 * @param total what the session charges
 * @param livemode whether real money moves
 */
public record PaymentSession(
        String id, Optional<UUID> orderId, State state, Money total, boolean livemode) {

    /** Where a session stands. */
    public enum State {
        /** Not paid yet, or the money is still on its way. */
        OPEN,
        PAID,
        /** Never paid, and it no longer can be. */
        CLOSED
    }
}
