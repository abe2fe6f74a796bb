package io.seedhouse.paygate.sandbox.payment;

import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.event.EventLog;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payments as the rest of the sandbox finds and changes them. */
public record Payments(EventLog events) {
    private static final int BATCH = 50;

    /** To be read. */
    public static SandboxPayment find(EntityManager db, String id) {
        var payment = db.find(SandboxPayment.class, id);
        if (payment == null) {
            throw StripeRefusal.missing("payment_intent", "intent", id);
        }
        return payment;
    }

    /** To be changed: whoever comes at the same time waits. */
    public static SandboxPayment lock(EntityManager db, String id) {
        var payment = find(db, id);
        db.refresh(payment, LockModeType.PESSIMISTIC_WRITE);
        return payment;
    }

    /** The payment of a charge. */
    static String ofCharge(String chargeId) {
        if (!chargeId.startsWith("ch_")) {
            throw StripeRefusal.missing("charge", "id", chargeId);
        }
        return "pi_" + chargeId.substring("ch_".length());
    }

    /** Those whose debit has come through, or whose authorisation has run out. */
    public static List<String> due(EntityManager db, Instant now) {
        return db.createQuery(
                        "select p.id from SandboxPayment p where p.due <= :now order by p.due",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** What is due comes to pass; a debit succeeds or fails, an authorisation is given up. */
    public void settle(EntityManager db, SandboxPayment payment, Instant now) {
        if (payment.status().equals(SandboxPayment.CAPTURABLE)) {
            release(db, payment, now, "automatic");
            events.record(db, "charge.expired", PaymentModel.charge(payment));
        } else if (payment.course().debitFails()) {
            payment.fail();
        } else {
            payment.succeed();
        }
    }

    /** Takes the money that was held. */
    void capture(EntityManager db, SandboxPayment payment) {
        if (!payment.status().equals(SandboxPayment.CAPTURABLE)) {
            throw unexpected(payment, "captured", "`requires_capture`");
        }
        payment.succeed();
        events.record(db, "charge.captured", PaymentModel.charge(payment));
        events.record(db, "payment_intent.succeeded", PaymentModel.intent(payment, false));
    }

    /** Lets go of the money that was held, or of a payment that failed. */
    void cancel(EntityManager db, SandboxPayment payment, Instant now, @Nullable String reason) {
        var open =
                payment.status().equals(SandboxPayment.CAPTURABLE)
                        || payment.status().equals(SandboxPayment.FAILED);
        if (!open) {
            throw unexpected(payment, "canceled", "`requires_payment_method`, `requires_capture`");
        }
        release(db, payment, now, reason);
    }

    private void release(
            EntityManager db, SandboxPayment payment, Instant now, @Nullable String reason) {
        payment.cancel(now, reason);
        events.record(db, "payment_intent.canceled", PaymentModel.intent(payment, false));
    }

    private static StripeRefusal unexpected(SandboxPayment payment, String what, String fit) {
        return StripeRefusal.of(
                "payment_intent_unexpected_state",
                "intent",
                "This PaymentIntent could not be %s because it has a status of %s. Only a PaymentIntent with one of the following statuses may be %s: %s."
                        .formatted(what, payment.status(), what, fit));
    }
}
