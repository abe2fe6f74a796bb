package io.seedhouse.paygate.sandbox.payment;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.call.Ids;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.event.EventLog;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives money back, never more than is left. */
public record Refunds(EventLog events, SandboxClock clock) {
    private static final int BATCH = 50;

    /**
     * @param wanted in minor units; all that is left when empty
     */
    SandboxRefund make(
            EntityManager db,
            String paymentId,
            Optional<Long> wanted,
            @Nullable String reason,
            Map<String, String> metadata) {
        var payment = Payments.lock(db, paymentId);
        var amount = new Money(check(payment, wanted), payment.price().currency());
        var refund =
                new SandboxRefund(
                        Ids.next("re_"), payment, amount, reason, metadata, clock.now(db));
        payment.refund(amount.amount());
        db.persist(refund);
        events.record(db, "refund.created", RefundModel.refund(refund));
        events.record(db, "charge.refunded", PaymentModel.charge(payment));
        return refund;
    }

    private static long check(SandboxPayment payment, Optional<Long> wanted) {
        if (!payment.isPaid()) {
            throw StripeRefusal.of(
                    null,
                    "payment_intent",
                    "This PaymentIntent (%s) does not have a successful charge to refund."
                            .formatted(payment.id()));
        }
        if (payment.isChargedBack()) {
            throw StripeRefusal.of(
                    "charge_disputed",
                    null,
                    "Charge %s has been charged back; cannot issue a refund."
                            .formatted(payment.chargeId()));
        }
        if (payment.isRefunded()) {
            throw StripeRefusal.of(
                    "charge_already_refunded",
                    null,
                    "Charge %s has already been refunded.".formatted(payment.chargeId()));
        }
        return check(payment, wanted.orElse(payment.left()));
    }

    private static long check(SandboxPayment payment, long amount) {
        if (amount < 1) {
            throw StripeRefusal.of(
                    "parameter_invalid_integer", "amount", "Invalid positive integer");
        }
        if (amount > payment.left()) {
            throw StripeRefusal.of(
                    null,
                    "amount",
                    "Refund amount (%s) is greater than unrefunded amount on charge (%s)"
                            .formatted(
                                    Price.format(money(payment, amount)),
                                    Price.format(money(payment, payment.left()))));
        }
        return amount;
    }

    private static Money money(SandboxPayment payment, long amount) {
        return new Money(amount, payment.price().currency());
    }

    /** Refunds whose fate is due; the number of them. */
    public int settleDue(EntityManager db) {
        var due = due(db, clock.now(db));
        due.forEach(id -> settle(db, id));
        return due.size();
    }

    private static List<String> due(EntityManager db, Instant now) {
        return db.createQuery(
                        "select r.id from SandboxRefund r where r.due <= :now order by r.due",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private void settle(EntityManager db, String id) {
        var refund = db.find(SandboxRefund.class, id);
        var payment = Payments.lock(db, refund.paymentId());
        db.refresh(refund);
        if (!refund.isDue(clock.now(db))) {
            return;
        }
        var before = refund.status();
        refund.settle();
        events.change(db, "refund.updated", RefundModel.refund(refund), before);
        if (refund.status().equals(SandboxRefund.FAILED)) {
            // The money is back in the account, so it can be refunded again.
            payment.refund(-refund.amount().amount());
            events.change(db, "refund.failed", RefundModel.refund(refund), before);
        }
    }
}
