package io.seedhouse.paygate.payment;

import io.seedhouse.paygate.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A provider of real money that knows one session, and only how it stands. */
public record OneSession(PaymentSession session) implements Payments {
    @Override
    public Opening open(Purchase purchase) {
        return new Opening.Failed("not asked here");
    }

    @Override
    public Optional<PaymentSession> read(String sessionId) {
        return Optional.of(session).filter(known -> known.id().equals(sessionId));
    }

    @Override
    public Optional<String> sessionOf(String paymentId) {
        return Optional.of(session.id());
    }

    @Override
    public Optional<String> paymentOf(String objectId) {
        return Optional.empty();
    }

    @Override
    public void close(String sessionId) {}

    @Override
    public void capture(String paymentId) {}

    @Override
    public void cancel(String paymentId) {}

    @Override
    public Refunding refund(String paymentId, Money amount, UUID requestId, int attempt) {
        return new Refunding.Rejected("not asked here");
    }

    @Override
    public List<Change> changesSince(Instant since) {
        return List.of();
    }

    @Override
    public boolean live() {
        return true;
    }
}
