package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * No payments: neither a Stripe key nor leave to run the sandbox. Free offers work all the same.
 *
 * @param reason one sentence for the buyer
 */
public record PaymentsOff(String reason) implements Payments {

    @Override
    public Opening open(Purchase purchase) {
        return new Opening.Failed(reason);
    }

    @Override
    public Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable {
        throw off();
    }

    @Override
    public Optional<String> sessionOf(String paymentId) throws PaymentsUnavailable {
        throw off();
    }

    @Override
    public Optional<String> paymentOf(String objectId) throws PaymentsUnavailable {
        throw off();
    }

    @Override
    public void close(String sessionId) throws PaymentsUnavailable {
        throw off();
    }

    @Override
    public void capture(String paymentId) throws PaymentsUnavailable {
        throw off();
    }

    @Override
    public void cancel(String paymentId) throws PaymentsUnavailable {
        throw off();
    }

    @Override
    public Refunding refund(String paymentId, Money amount, UUID requestId, int attempt) {
        return new Refunding.Unavailable();
    }

    @Override
    public List<Change> changesSince(Instant since) {
        return List.of();
    }

    @Override
    public boolean live() {
        return false;
    }

    private PaymentsUnavailable off() {
        return new PaymentsUnavailable(reason);
    }
}
