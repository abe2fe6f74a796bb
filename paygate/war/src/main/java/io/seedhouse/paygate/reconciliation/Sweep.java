package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.refund.RefundRequest;
import io.seedhouse.paygate.stripe.MissedEvents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One look over everything unfinished. Each part stands for itself: where one fails, the others go
 * on, and it is tried again at the next look.
 */
@Dependent
class Sweep {
    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());

    /** Rows of one look; the rest comes with the next. */
    private static final int MOST = 100;

    /** Whoever is paying needs some time; webhook and success page are quicker anyway. */
    private static final Duration YOUNG = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_REFUNDS = Duration.ofMinutes(1);

    /** As long as the link in a mail can be asked for again. */
    private static final Duration PROOF = Duration.ofDays(7);

    private final Database database;
    private final Payments payments;
    private final Fulfilment fulfilment;
    private final Repayment repayment;
    private final MissedEvents missed;
    private final Clock clock;

    @Inject
    Sweep(
            Database database,
            Payments payments,
            Fulfilment fulfilment,
            Repayment repayment,
            MissedEvents missed,
            Clock clock) {
        this.database = database;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.repayment = repayment;
        this.missed = missed;
        this.clock = clock;
    }

    /** Orders that wait for money are compared with Stripe; those cut off before it are closed. */
    void orders() {
        var now = clock.instant();
        for (var id :
                database.inTransaction(db ->
                        OrderBook.unsettled(
                                db, now.minus(YOUNG), now.minus(BETWEEN_LOOKS), MOST))) {
            attempt("order " + id, () -> settle(id));
        }
    }

    private void settle(UUID orderId) throws PaymentsUnavailable {
        var session = database.inTransaction(db -> sessionOrEnd(db, orderId));
        if (session.isPresent()) {
            fulfilment.fulfil(session.get());
        }
    }

    /**
     * An order without a session was cut off before its buyer could learn where to pay, so nobody
     * ever will; one that waits for the proof of its address waits a week.
     */
    private Optional<String> sessionOrEnd(EntityManager db, UUID orderId) {
        var now = clock.instant();
        OrderBook.check(db, orderId, now, now);
        var order = OrderBook.lock(db, orderId).orElseThrow();
        var lasts = order.waitsForProof() ? PROOF : YOUNG;
        if (order.stripeSessionId().isEmpty() && isOver(order, now.minus(lasts))) {
            Fulfilment.close(db, order);
        }
        return order.stripeSessionId();
    }

    private static boolean isOver(PaygateOrder order, Instant before) {
        return order.created().isBefore(before);
    }

    /** Payment pages that are open for a bundle that is not on sale any more are closed. */
    void withdrawn() {
        for (var id : database.inTransaction(db -> OrderBook.ofWithdrawn(db, MOST))) {
            attempt("withdrawn order " + id, () -> close(id));
        }
    }

    private void close(UUID orderId) throws PaymentsUnavailable {
        var session =
                database.inTransaction(db -> {
                    var order = OrderBook.lock(db, orderId).orElseThrow();
                    if (order.stripeSessionId().isEmpty()) {
                        Fulfilment.close(db, order);
                    }
                    return order.stripeSessionId();
                });
        if (session.isPresent()) {
            payments.close(session.get());
            fulfilment.fulfil(session.get());
        }
    }

    /** Refunds that Stripe has not heard of. */
    void refunds() {
        var before = clock.instant().minus(BETWEEN_REFUNDS);
        database.inTransaction(db -> RefundRequest.due(db, before, MOST)).forEach(repayment::send);
    }

    /** What Stripe told and we did not hear. */
    void events() {
        attempt("Stripe's events", missed::catchUp);
    }

    private interface Step {
        void run() throws PaymentsUnavailable;
    }

    private static void attempt(String what, Step step) {
        try {
            step.run();
        } catch (PaymentsUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "{0} must wait: {1}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, what + " could not be reconciled.", e);
        }
    }
}
