package io.seedhouse.paygate.sandbox.dispute;

import io.seedhouse.paygate.sandbox.call.Ids;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.event.EventLog;
import io.seedhouse.paygate.sandbox.payment.Payments;
import io.seedhouse.paygate.sandbox.payment.SandboxPayment;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens disputes and decides them. Stripe's sandboxes are won and lost by what {@code
 * uncategorized_text} says. Source: docs.stripe.com/testing, "Evidence".
 */
public record Disputes(EventLog events, SandboxClock clock) {
    private static final int BATCH = 50;
    private static final String VERDICT = "uncategorized_text";
    private static final String WINNING = "winning_evidence";
    private static final String LOSING = "losing_evidence";

    /** Those of docs.stripe.com/api/disputes/object. */
    public static final Set<String> REASONS =
            Set.of(
                    "bank_cannot_process",
                    "check_returned",
                    "credit_not_processed",
                    "customer_initiated",
                    "debit_not_authorized",
                    "duplicate",
                    "fraudulent",
                    "general",
                    "incorrect_account_details",
                    "insufficient_funds",
                    "noncompliant",
                    "product_not_received",
                    "product_unacceptable",
                    "subscription_canceled",
                    "unrecognized");

    /** What a test card or account brings upon itself right after the payment. */
    public void follow(EntityManager db, SandboxPayment payment) {
        switch (payment.course()) {
            case DISPUTED_AS_FRAUDULENT -> open(db, payment.id(), "fraudulent", false);
            case DISPUTED_AS_NOT_RECEIVED -> open(db, payment.id(), "product_not_received", false);
            case DEBITED_AND_DISPUTED -> open(db, payment.id(), "debit_not_authorized", false);
            case INQUIRED -> open(db, payment.id(), "fraudulent", true);
            case WARNED_OF_FRAUD -> warn(db, payment.id());
            default -> {}
        }
    }

    /**
     * Opens a dispute over all of a payment.
     *
     * @param inquiry whether the bank only asks and takes no money yet
     * @return its id
     */
    public String open(EntityManager db, String paymentId, String reason, boolean inquiry) {
        var payment = paid(db, paymentId);
        if (payment.isDisputed()) {
            throw StripeRefusal.of(
                    "charge_disputed", "payment_intent", "This payment is disputed already.");
        }
        var dispute = new SandboxDispute(Ids.next("du_"), payment, reason, inquiry, clock.now(db));
        db.persist(dispute);
        payment.dispute(dispute.status().holdsMoney());
        tell(db, "created", dispute);
        if (!inquiry) {
            tell(db, "funds_withdrawn", dispute);
        }
        return dispute.id();
    }

    /** Gives an early fraud warning; its id. */
    public String warn(EntityManager db, String paymentId) {
        var payment = paid(db, paymentId);
        var warning = new SandboxWarning(Ids.next("issfr_"), payment.id(), clock.now(db));
        db.persist(warning);
        events.record(
                db, "radar.early_fraud_warning.created", DisputeModel.warning(warning, payment));
        return warning.id();
    }

    private static SandboxPayment paid(EntityManager db, String paymentId) {
        var payment = Payments.lock(db, paymentId);
        if (!payment.isPaid()) {
            throw StripeRefusal.of(
                    null, "payment_intent", "This payment has no charge that could be disputed.");
        }
        return payment;
    }

    /**
     * Takes evidence.
     *
     * @param submit whether it goes to the bank; then nothing can be added later
     */
    SandboxDispute answer(
            EntityManager db,
            String id,
            Map<String, String> evidence,
            Map<String, String> metadata,
            boolean submit) {
        var dispute = find(db, id);
        var payment = Payments.lock(db, dispute.paymentId());
        db.refresh(dispute);
        if (!evidence.isEmpty() && !dispute.status().needsResponse()) {
            throw StripeRefusal.of(
                    null,
                    "evidence",
                    "This dispute takes no evidence because it has a status of %s."
                            .formatted(dispute.status().stripes()));
        }
        dispute.metadata(metadata);
        dispute.evidence(evidence);
        if (submit && !evidence.isEmpty()) {
            submit(db, dispute, payment);
        }
        return dispute;
    }

    private void submit(EntityManager db, SandboxDispute dispute, SandboxPayment payment) {
        dispute.submit();
        tell(db, "updated", dispute);
        switch (dispute.evidence().get(VERDICT)) {
            case WINNING -> close(db, dispute, payment, true);
            case LOSING -> close(db, dispute, payment, false);
            case null, default -> {}
        }
    }

    /** The seller gives in. */
    SandboxDispute accept(EntityManager db, String id) {
        var dispute = find(db, id);
        var payment = Payments.lock(db, dispute.paymentId());
        db.refresh(dispute);
        if (dispute.status().isClosed()) {
            throw StripeRefusal.of(null, null, "This dispute is already closed.");
        }
        close(db, dispute, payment, false);
        return dispute;
    }

    private void close(
            EntityManager db, SandboxDispute dispute, SandboxPayment payment, boolean won) {
        dispute.close(won);
        payment.dispute(dispute.status().holdsMoney());
        if (dispute.status() == SandboxDispute.Status.WON) {
            tell(db, "funds_reinstated", dispute);
        }
        tell(db, "closed", dispute);
    }

    /** Those that nobody answered in time are lost; the number of them. */
    public int lapse(EntityManager db) {
        var due = due(db, clock.now(db));
        due.forEach(id -> lapse(db, id));
        return due.size();
    }

    private void lapse(EntityManager db, String id) {
        var dispute = find(db, id);
        var payment = Payments.lock(db, dispute.paymentId());
        db.refresh(dispute);
        if (dispute.status().needsResponse()) {
            close(db, dispute, payment, false);
        }
    }

    private static List<String> due(EntityManager db, Instant now) {
        return db.createQuery(
                        "select d.id from SandboxDispute d where d.due <= :now and d.status in :open"
                                + " order by d.due",
                        String.class)
                .setParameter("now", now)
                .setParameter(
                        "open",
                        List.of(
                                SandboxDispute.Status.NEEDS_RESPONSE,
                                SandboxDispute.Status.WARNING_NEEDS_RESPONSE))
                .setMaxResults(BATCH)
                .getResultList();
    }

    static SandboxDispute find(EntityManager db, @Nullable String id) {
        var dispute = db.find(SandboxDispute.class, id);
        if (dispute == null) {
            throw StripeRefusal.missing("dispute", "dispute", String.valueOf(id));
        }
        return dispute;
    }

    private void tell(EntityManager db, String what, SandboxDispute dispute) {
        events.record(db, "charge.dispute." + what, DisputeModel.dispute(dispute, clock.now(db)));
    }
}
