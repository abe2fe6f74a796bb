package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The one way from a payment to an entitlement. */
@Dependent
public class Fulfilment {
    private static final System.Logger LOG = System.getLogger(Fulfilment.class.getName());

    private final Database database;
    private final Payments payments;
    private final Clock clock;

    @Inject
    public Fulfilment(Database database, Payments payments, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.clock = clock;
    }

    /** What {@link #fulfil} found or did. */
    public enum Outcome {
        /** This call made the order paid. */
        GRANTED,
        /** The order was brought to this state before; nothing changed. */
        ALREADY_DONE,
        /** Not paid yet. */
        WAITING,
        /** This call closed the order: it can no longer be paid. */
        EXPIRED,
        /** The session is not about an order of ours, or charges something else than the order. */
        NOT_OURS
    }

    /**
     * Brings an order up to date with its checkout session. Any number of calls, also at the same
     * time, grant exactly once.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked; ask again later
     */
    public Outcome fulfil(String sessionId) throws PaymentsUnavailable {
        var session = payments.read(sessionId);
        if (session.isEmpty()) {
            database.inTransaction(db -> OrderBook.ofSession(db, sessionId))
                    .ifPresent(order ->
                            warn(order, sessionId, "it is unknown, or no payment for this order"));
            return Outcome.NOT_OURS;
        }
        return database.inTransaction(db -> settle(db, session.get()));
    }

    private Outcome settle(EntityManager db, PaymentSession session) {
        var found = OrderBook.ofSession(db, session.id(), session.orderId());
        if (found.isEmpty()) {
            OrderBook.named(db, session.orderId())
                    .ifPresent(order ->
                            warn(order, session.id(), "the order has a session of its own"));
            return Outcome.NOT_OURS;
        }
        var order = found.get();
        if (order.stripeSessionId().isEmpty()) {
            OrderBook.attach(db, order.id(), session.id(), session.livemode());
        }
        return switch (session.state()) {
            case OPEN -> Outcome.WAITING;
            case PAID -> grant(db, order, session);
            case CLOSED ->
                    OrderBook.expire(db, order.id()) ? Outcome.EXPIRED : Outcome.ALREADY_DONE;
        };
    }

    private static void warn(PaygateOrder order, String sessionId, String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Checkout session {1} should belong to order {0}, but {2}; nothing was granted.",
                order.id(),
                sessionId,
                why);
    }

    private Outcome grant(EntityManager db, PaygateOrder order, PaymentSession session) {
        if (!session.total().equals(order.price())) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Order {0} costs {1}, but its checkout session took {2}; nothing was granted.",
                    order.id(),
                    order.price(),
                    session.total());
            return Outcome.NOT_OURS;
        }
        return Entitlements.pay(db, order, clock.instant())
                ? Outcome.GRANTED
                : Outcome.ALREADY_DONE;
    }
}
