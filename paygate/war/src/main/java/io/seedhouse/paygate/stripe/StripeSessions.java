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
    /** How the payment of a completed session looks when the bank said no days later. */
    private static final Set<String> FAILED = Set.of("requires_payment_method", "canceled");

    private StripeSessions() {}

    static PaymentSession translate(Session session) {
        return new PaymentSession(
                session.getId(),
                orderId(session.getClientReferenceId()),
                state(session),
                new Money(session.getAmountTotal(), session.getCurrency()),
                Boolean.TRUE.equals(session.getLivemode()));
    }

    private static State state(Session session) {
        if (!"unpaid".equals(session.getPaymentStatus())) {
            return State.PAID;
        }
        return switch (session.getStatus()) {
            case "expired" -> State.CLOSED;
            case "complete" -> failed(session.getPaymentIntentObject()) ? State.CLOSED : State.OPEN;
            default -> State.OPEN;
        };
    }

    private static boolean failed(PaymentIntent payment) {
        return payment != null && FAILED.contains(payment.getStatus());
    }

    private static Optional<UUID> orderId(String reference) {
        try {
            return Optional.ofNullable(reference).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
