package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes money through a page of the payment provider's own, a checkout session, and gives it back.
 * Every call waits at most a few seconds, {@link #open} and {@link #refund} up to half a minute:
 * never call one inside a transaction.
 */
public interface Payments {

    /** Opens a session. Asking again with the same order and attempt answers the same session. */
    Opening open(Purchase purchase);

    /**
     * How a session and its payment stand at the provider right now.
     *
     * @return empty when it is unknown, or not a session that {@link #open} makes
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable;

    /**
     * The session a payment came through.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    Optional<String> sessionOf(String paymentId) throws PaymentsUnavailable;

    /**
     * The payment that a refund, a charge, a dispute or a warning is about.
     *
     * @param objectId the provider's id of it
     * @return empty when it is unknown or about no payment
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    Optional<String> paymentOf(String objectId) throws PaymentsUnavailable;

    /**
     * Closes a session, so that it cannot be paid any more. One that was paid or closed before
     * stays as it is.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    void close(String sessionId) throws PaymentsUnavailable;

    /**
     * Takes money that was set aside. Money taken or let go before stays as it is.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    void capture(String paymentId) throws PaymentsUnavailable;

    /**
     * Lets go of money that was set aside. Money taken or let go before stays as it is.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    void cancel(String paymentId) throws PaymentsUnavailable;

    /**
     * Gives money back.
     *
     * @param requestId the same request never gives back twice
     * @param attempt from 1 on: the provider repeats even its own mistakes to a repeated attempt
     */
    Refunding refund(String paymentId, Money amount, UUID requestId, int attempt);

    /**
     * What has happened at the provider since a moment, oldest first, for what its messages to us
     * may have missed.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked
     */
    List<Change> changesSince(Instant since) throws PaymentsUnavailable;

    /** Whether real money moves. */
    boolean live();

    /**
     * What is to be paid.
     *
     * @param attempt from 1 on
     * @param slug of the bundle's page, where a buyer who turns back arrives
     * @param price without the tip
     * @param tip in the same currency
     * @param hold whether the money is only set aside until {@link #capture}
     */
    record Purchase(
            UUID orderId,
            int attempt,
            String title,
            String tier,
            String slug,
            String email,
            Money price,
            Money tip,
            boolean hold) {
        /** Leaves the e-mail address out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Purchase[orderId=" + orderId + "]";
        }
    }

    /**
     * @param eventId the provider's id of the message about it
     * @param type the provider's name for what happened
     * @param objectId the provider's id of what it happened to
     */
    record Change(String eventId, String type, String objectId, Instant at) {}

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

    /** What became of {@link #refund}. */
    sealed interface Refunding {
        /** It is done, or on its way. */
        record Done() implements Refunding {}

        /** Ask again later. */
        record Unavailable() implements Refunding {}

        /**
         * @param reason one sentence for the publisher
         */
        record Rejected(String reason) implements Refunding {}
    }
}
