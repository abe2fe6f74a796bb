package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A provider whose caller is killed before a session is opened. */
record Killed(Payments payments) implements Payments {
    /** Nobody catches it. */
    static final class Kill extends Error {}

    @Override
    public Opening open(Purchase purchase) {
        throw new Kill();
    }

    @Override
    public Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable {
        return payments.read(sessionId);
    }

    @Override
    public Optional<String> sessionOf(String paymentId) throws PaymentsUnavailable {
        return payments.sessionOf(paymentId);
    }

    @Override
    public Optional<String> paymentOf(String objectId) throws PaymentsUnavailable {
        return payments.paymentOf(objectId);
    }

    @Override
    public void close(String sessionId) throws PaymentsUnavailable {
        payments.close(sessionId);
    }

    @Override
    public void capture(String paymentId) throws PaymentsUnavailable {
        payments.capture(paymentId);
    }

    @Override
    public void cancel(String paymentId) throws PaymentsUnavailable {
        payments.cancel(paymentId);
    }

    @Override
    public Refunding refund(String paymentId, Money amount, UUID requestId, int attempt) {
        return payments.refund(paymentId, amount, requestId, attempt);
    }

    @Override
    public List<Change> changesSince(Instant since) throws PaymentsUnavailable {
        return payments.changesSince(since);
    }

    @Override
    public boolean live() {
        return payments.live();
    }
}
