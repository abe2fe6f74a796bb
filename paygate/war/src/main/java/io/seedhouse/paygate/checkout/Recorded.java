package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.payment.Payments.Purchase;

/** What became of recording an order. */
sealed interface Recorded {
    /**
     * It stands, and is committed before anybody is asked for money.
     *
     * @param confirm whether the address must be proved first
     */
    record Standing(Purchase purchase, OrderToken token, boolean confirm) implements Recorded {
        boolean isFree() {
            return purchase.price().amount() + purchase.tip().amount() == 0;
        }
    }

    record Refused(Refusal why) implements Recorded {}
}
