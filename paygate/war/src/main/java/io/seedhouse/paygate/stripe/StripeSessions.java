package io.seedhouse.paygate.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.PaymentSession.State;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stripe's session in our words. */
final class StripeSessions {
    private static final Set<String> PAID = Set.of("paid", "no_payment_required");

    /** How the payment of a completed session looks when the bank said no days later. */
    private static final Set<String> FAILED = Set.of("requires_payment_method", "canceled");

    private StripeSessions() {}

    /**
     * A session that names no order or charges nothing, as those that only set a card up, was not
     * opened by us: others may use the same account.
     */
    static Optional<PaymentSession> translate(Session session) {
        return orderId(session.getClientReferenceId())
                .flatMap(order ->
                        total(session)
                                .map(total ->
                                        new PaymentSession(
                                                session.getId(),
                                                order,
                                                state(session),
                                                total,
                                                Boolean.TRUE.equals(session.getLivemode()))));
    }

    private static Optional<Money> total(Session session) {
        var amount = session.getAmountTotal();
        var currency = session.getCurrency();
        return amount == null || amount < 0 || currency == null
                ? Optional.empty()
                : Optional.of(new Money(amount, currency));
    }

    private static State state(Session session) {
        if (PAID.contains(String.valueOf(session.getPaymentStatus()))) {
            return State.PAID;
        }
        return switch (String.valueOf(session.getStatus())) {
            case "expired" -> State.CLOSED;
            case "complete" -> failed(session.getPaymentIntentObject()) ? State.CLOSED : State.OPEN;
            default -> State.OPEN;
        };
    }

    private static boolean failed(PaymentIntent payment) {
        return payment != null && FAILED.contains(String.valueOf(payment.getStatus()));
    }

    private static Optional<UUID> orderId(String reference) {
        try {
            return Optional.ofNullable(reference).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
