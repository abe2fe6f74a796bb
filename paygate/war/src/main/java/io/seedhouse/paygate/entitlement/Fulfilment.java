package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.code.Redeeming;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.fact.History;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * The one way from a payment to an entitlement, and back. Webhook, success page and sweep all come
 * through {@link #fulfil}: it reads how the payment stands at the provider and brings the order
 * there, so it may be called at any time and any number of times.
 */
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
        /** This call noted that money of a paid order was given back, taken or won back. */
        REVERSED,
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
        return session.get().state() == PaymentSession.State.HELD
                ? decide(session.get())
                : database.inTransaction(db -> settle(db, session.get()));
    }

    /**
     * The same by the payment, for messages about it.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked; ask again later
     */
    public Outcome fulfilPayment(String paymentId) throws PaymentsUnavailable {
        var known =
                database.inTransaction(db ->
                        OrderBook.ofPayment(db, paymentId).flatMap(PaygateOrder::stripeSessionId));
        var session = known.isPresent() ? known : payments.sessionOf(paymentId);
        return session.isPresent() ? fulfil(session.get()) : Outcome.NOT_OURS;
    }

    /**
     * The card's issuer suspects fraud.
     *
     * @throws PaymentsUnavailable when the provider cannot be asked; ask again later
     */
    public Outcome warned(String paymentId) throws PaymentsUnavailable {
        var outcome = fulfilPayment(paymentId);
        database.inTransaction(db -> {
            var order =
                    OrderBook.ofPayment(db, paymentId)
                            .flatMap(found -> OrderBook.lock(db, found.id()));
            order.filter(found -> found.fraudWarned() == null)
                    .ifPresent(found -> {
                        found.warn(clock.instant());
                        History.record(
                                db, found, "order.fraud_warned", found.price(), clock.instant());
                    });
            return paymentId;
        });
        return outcome;
    }

    /** Money set aside is taken, unless its buyer owns by now what it is for. */
    private Outcome decide(PaymentSession session) throws PaymentsUnavailable {
        var payment = Objects.requireNonNull(session.paymentId(), "held money has a payment");
        var owned = database.inTransaction(db -> isOwned(db, session));
        if (owned.isEmpty()) {
            return Outcome.NOT_OURS;
        }
        if (owned.get()) {
            payments.cancel(payment);
        } else {
            payments.capture(payment);
        }
        var after = payments.read(session.id());
        return after.isEmpty() || after.get().state() == PaymentSession.State.HELD
                ? Outcome.WAITING
                : database.inTransaction(db -> settle(db, after.get()));
    }

    /** Empty when the session is none of ours. */
    private Optional<Boolean> isOwned(EntityManager db, PaymentSession session) {
        return lock(db, session)
                .filter(order -> session.total().equals(order.price()))
                .map(order -> {
                    var owned = new Settlement(db, order, clock.instant()).isOwned();
                    if (owned) {
                        order.markOwned();
                    }
                    return owned;
                });
    }

    private Outcome settle(EntityManager db, PaymentSession session) {
        var found = lock(db, session);
        if (found.isEmpty()) {
            OrderBook.named(db, session.orderId())
                    .ifPresent(order ->
                            warn(order, session.id(), "the order has a session of its own"));
            return Outcome.NOT_OURS;
        }
        var order = found.get();
        return switch (session.state()) {
            case OPEN, HELD -> Outcome.WAITING;
            case PAID -> paid(db, order, session);
            case CLOSED -> close(db, order) ? Outcome.EXPIRED : Outcome.ALREADY_DONE;
        };
    }

    /**
     * The order of a session, with all that its buyer has ordered of the bundle, locked. An order
     * that was cut off before it learnt its session's id is found by the id it gave to the session.
     */
    private static Optional<PaygateOrder> lock(EntityManager db, PaymentSession session) {
        return OrderBook.ofSession(db, session.id())
                .or(() ->
                        OrderBook.named(db, session.orderId())
                                .filter(order -> order.stripeSessionId().isEmpty()))
                .flatMap(order -> locked(db, order))
                .map(order -> attached(order, session));
    }

    private static Optional<PaygateOrder> locked(EntityManager db, PaygateOrder order) {
        OrderBook.lockSiblings(db, order);
        db.refresh(order);
        return Optional.of(order);
    }

    private static PaygateOrder attached(PaygateOrder order, PaymentSession session) {
        if (order.stripeSessionId().isEmpty()) {
            order.attach(session.id(), session.livemode());
        }
        if (session.paymentId() != null && order.paymentId().isEmpty()) {
            order.payWith(session.paymentId());
        }
        return order;
    }

    /**
     * Closes an order that is not paid and gives its code back.
     *
     * @return false when it was paid or closed before
     */
    public static boolean close(EntityManager db, PaygateOrder order) {
        if (order.status() != Status.PENDING) {
            return false;
        }
        order.expire();
        order.codeId().ifPresent(code -> Redeeming.giveBack(db, code));
        return true;
    }

    private Outcome paid(EntityManager db, PaygateOrder order, PaymentSession session) {
        if (!session.total().equals(order.price())) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Order {0} costs {1}, but its checkout session took {2}; nothing was granted.",
                    order.id(),
                    order.price(),
                    session.total());
            return Outcome.NOT_OURS;
        }
        var settlement = new Settlement(db, order, clock.instant());
        var granted = settlement.pay();
        db.flush();
        var reversed = settlement.reverse(session);
        if (granted) {
            return Outcome.GRANTED;
        }
        return reversed ? Outcome.REVERSED : Outcome.ALREADY_DONE;
    }

    private static void warn(PaygateOrder order, String sessionId, String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Checkout session {1} should belong to order {0}, but {2}; nothing was granted.",
                order.id(),
                sessionId,
                why);
    }
}
