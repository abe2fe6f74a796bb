package io.seedhouse.paygate.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.PaymentSession.State;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    static Optional<PaymentSession> translate(
            Session session, long refunded, Optional<Dispute> dispute) {
        return orderId(session.getClientReferenceId())
                .flatMap(order ->
                        total(session)
                                .map(total -> translate(session, order, total, refunded, dispute)));
    }

    private static PaymentSession translate(
            Session session, UUID orderId, Money total, long refunded, Optional<Dispute> dispute) {
        var payment = session.getPaymentIntentObject();
        return new PaymentSession(
                session.getId(),
                orderId,
                state(session),
                session.getUrl(),
                total,
                Boolean.TRUE.equals(session.getLivemode()),
                payment == null ? null : payment.getId(),
                refunded,
                dispute.map(StripeSessions::standing).orElse(PaymentSession.Dispute.NONE));
    }

    /** The charge that paid a session, when it was read in full. */
    static Optional<Charge> charge(Session session) {
        return Optional.ofNullable(session.getPaymentIntentObject())
                .map(PaymentIntent::getLatestChargeObject);
    }

    private static PaymentSession.Dispute standing(Dispute dispute) {
        return switch (String.valueOf(dispute.getStatus())) {
            case "won" -> PaymentSession.Dispute.WON;
            case "lost" -> PaymentSession.Dispute.LOST;
            case "needs_response", "under_review" -> PaymentSession.Dispute.OPEN;
            // The warning_ states and those that Stripe may add: the money is still ours.
            default -> PaymentSession.Dispute.INQUIRY;
        };
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
            case "complete" -> state(session.getPaymentIntentObject());
            default -> State.OPEN;
        };
    }

    private static State state(@Nullable PaymentIntent payment) {
        var status = payment == null ? "" : String.valueOf(payment.getStatus());
        if (status.equals("requires_capture")) {
            return State.HELD;
        }
        return FAILED.contains(status) ? State.CLOSED : State.OPEN;
    }

    private static Optional<UUID> orderId(String reference) {
        try {
            return Optional.ofNullable(reference).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
