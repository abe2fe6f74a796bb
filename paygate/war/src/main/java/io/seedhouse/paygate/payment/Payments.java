package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.util.Optional;
import java.util.UUID;

/** Takes money through a page of the payment provider's own, a checkout session. */
public interface Payments {

    /**
     * Opens a session. Asking again with the same order answers the same session. Waits at most
     * about half a minute; never call it inside a transaction.
     */
    Opening open(Purchase purchase);

    /**
     * How a session stands at the provider right now. Waits at most a few seconds; never call it
     * inside a transaction.
     *
     * @return empty when it is unknown, or not a session that {@link #open} makes
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable;

    /** Whether real money moves. */
    boolean live();

    /**
     * What is to be paid.
     *
     * @param slug of the bundle's page, where a buyer who turns back arrives
     */
    record Purchase(
            UUID orderId, String title, String tier, String slug, String email, Money price) {
        /** Leaves the e-mail address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Purchase[orderId=" + orderId + "]";
        }
    }

    /** What became of {@link #open}. */
    sealed interface Opening {
        /**
         * The buyer can pay.
         *
         * @param url the page to pay on
         * @param livemode whether real money moves
         */
        record Opened(String sessionId, String url, boolean livemode) implements Opening {}

        /**
         * No session, nothing charged.
         *
         * @param reason one sentence for the buyer
         */
        record Failed(String reason) implements Opening {}
    }
}
