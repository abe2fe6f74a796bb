package io.seedhouse.paygate.sandbox.session;

import io.seedhouse.paygate.sandbox.call.Ids;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.dispute.Disputes;
import io.seedhouse.paygate.sandbox.event.EventLog;
import io.seedhouse.paygate.sandbox.payment.Course;
import io.seedhouse.paygate.sandbox.payment.Payments;
import io.seedhouse.paygate.sandbox.payment.SandboxPayment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to sessions, each change with its event in one transaction. */
public record Till(
        SessionModel models,
        Payments payments,
        Disputes disputes,
        EventLog events,
        SandboxClock clock) {
    private static final int BATCH = 50;

    SandboxSession open(EntityManager db, SessionForm form) {
        var session = new SandboxSession(Ids.next("cs_test_"), form, clock.now(db));
        db.persist(session);
        return session;
    }

    /**
     * Completes an open session, and lets the buyer's bank say what it says to such a card.
     *
     * @return the event that the buyer waits for; empty when it is complete or expired already
     */
    public Optional<String> pay(EntityManager db, String id, Course course) {
        var session = lock(db, id);
        var now = clock.now(db);
        if (!session.status(now).equals(SandboxSession.OPEN)) {
            return Optional.empty();
        }
        var payment =
                new SandboxPayment(
                        Ids.next("pi_"),
                        session.id(),
                        session.price(),
                        course,
                        session.isHold(),
                        session.paymentDetails(),
                        now);
        db.persist(payment);
        session.complete(payment);
        var event = tell(db, "completed", session);
        if (payment.isPaid()) {
            disputes.follow(db, payment);
        }
        return Optional.of(event);
    }

    /** The buyer has to show who pays before anything else happens. */
    public void authenticate(EntityManager db, String id, Optional<String> wait) {
        lock(db, id).authenticate(wait.orElse(null));
    }

    /** The seller takes an open session back. */
    SandboxSession expire(EntityManager db, String id) {
        var session = lock(db, id);
        var status = session.status(clock.now(db));
        if (!status.equals(SandboxSession.OPEN)) {
            throw StripeRefusal.of(
                    null,
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `%s`."
                            .formatted(status));
        }
        session.expire();
        tell(db, "expired", session);
        return session;
    }

    /** Sessions whose time is over expire; the number of them. */
    public int expireDue(EntityManager db) {
        var due = due(db, clock.now(db));
        due.forEach(id -> expireDue(db, id));
        return due.size();
    }

    private void expireDue(EntityManager db, String id) {
        var session = lock(db, id);
        if (session.isPastDue(clock.now(db))) {
            session.expire();
            tell(db, "expired", session);
        }
    }

    private static List<String> due(EntityManager db, Instant now) {
        return db.createQuery(
                        "select s.id from SandboxSession s where s.status = :open and s.expires <= :now"
                                + " order by s.expires",
                        String.class)
                .setParameter("open", SandboxSession.OPEN)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** Debits come through or fail, authorisations run out; the number of them. */
    public int settleDue(EntityManager db) {
        var due = Payments.due(db, clock.now(db));
        due.forEach(id -> settle(db, id));
        return due.size();
    }

    private void settle(EntityManager db, String id) {
        var payment = Payments.lock(db, id);
        if (!payment.isDue(clock.now(db))) {
            return;
        }
        payments.settle(db, payment, clock.now(db));
        if (payment.course().isDebit()) {
            tell(
                    db,
                    payment.isPaid() ? "async_payment_succeeded" : "async_payment_failed",
                    find(db, payment.sessionId()));
        }
        if (payment.isPaid()) {
            disputes.follow(db, payment);
        }
    }

    static SandboxSession find(EntityManager db, String id) {
        var session = db.find(SandboxSession.class, id);
        if (session == null) {
            throw StripeRefusal.missing("checkout.session", "session", id);
        }
        return session;
    }

    private static SandboxSession lock(EntityManager db, String id) {
        var session = find(db, id);
        db.refresh(session, LockModeType.PESSIMISTIC_WRITE);
        return session;
    }

    private String tell(EntityManager db, String what, SandboxSession session) {
        return events.record(
                db,
                "checkout.session." + what,
                models.session(db, session, clock.now(db), Set.of()));
    }
}
