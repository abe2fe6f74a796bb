package io.seedhouse.paygate.order;

import io.seedhouse.paygate.api.Orders.Status;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored orders, inside the caller's transaction. Each change of status is one conditional
 * update: of any number of concurrent attempts exactly one changes the row and learns so.
 */
public final class OrderBook {
    private OrderBook() {}

    /** The order with this id, if this token opens it. */
    public static Optional<PaygateOrder> find(EntityManager db, UUID orderId, OrderToken token) {
        return Optional.ofNullable(db.find(PaygateOrder.class, orderId))
                .filter(order -> order.opensWith(token));
    }

    /** The order that was tied to this checkout session. */
    public static Optional<PaygateOrder> ofSession(EntityManager db, String sessionId) {
        return db.createQuery(
                        "select o from PaygateOrder o where o.stripeSessionId = :session",
                        PaygateOrder.class)
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst();
    }

    /**
     * The order a checkout session belongs to. An order that was cut off before it learnt its
     * session's id is found by the id it gave to the session.
     */
    public static Optional<PaygateOrder> ofSession(
            EntityManager db, String sessionId, UUID reference) {
        return ofSession(db, sessionId)
                .or(() -> named(db, reference).filter(order -> order.stripeSessionId().isEmpty()));
    }

    /** The order with this id. Shows it to nobody: a buyer needs the token. */
    public static Optional<PaygateOrder> named(EntityManager db, UUID orderId) {
        return Optional.ofNullable(db.find(PaygateOrder.class, orderId));
    }

    /** Newest first. */
    public static List<PaygateOrder> ofBundle(EntityManager db, UUID bundleId) {
        return db.createQuery(
                        "select o from PaygateOrder o where o.bundleId = :bundle"
                                + " order by o.created desc, o.id",
                        PaygateOrder.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** True for the one call that tied an order to its checkout session. */
    public static boolean attach(
            EntityManager db, UUID orderId, String sessionId, boolean livemode) {
        return db.createQuery(
                                "update PaygateOrder o set o.stripeSessionId = :session,"
                                        + " o.livemode = :livemode"
                                        + " where o.id = :id and o.stripeSessionId is null")
                        .setParameter("session", sessionId)
                        .setParameter("livemode", livemode)
                        .setParameter("id", orderId)
                        .executeUpdate()
                == 1;
    }

    /** True for the one caller that made the order paid. Money that arrived late still counts. */
    public static boolean pay(EntityManager db, UUID orderId, Instant now) {
        return db.createQuery(
                                "update PaygateOrder o set o.status = :paid, o.paidAt = :now"
                                        + " where o.id = :id and o.status in (:open)")
                        .setParameter("paid", Status.PAID)
                        .setParameter("now", now)
                        .setParameter("id", orderId)
                        .setParameter("open", List.of(Status.PENDING, Status.EXPIRED))
                        .executeUpdate()
                == 1;
    }

    /** True for the one call that closed an order which was never paid and no longer can be. */
    public static boolean expire(EntityManager db, UUID orderId) {
        return db.createQuery(
                                "update PaygateOrder o set o.status = :expired"
                                        + " where o.id = :id and o.status = :pending")
                        .setParameter("expired", Status.EXPIRED)
                        .setParameter("id", orderId)
                        .setParameter("pending", Status.PENDING)
                        .executeUpdate()
                == 1;
    }

    /**
     * True for the one caller that may ask the provider about a pending order now.
     *
     * @param before an order that was last asked about later than this is left alone
     */
    public static boolean check(EntityManager db, UUID orderId, Instant before, Instant now) {
        return db.createQuery(
                                "update PaygateOrder o set o.checkedAt = :now"
                                        + " where o.id = :id and o.status = :pending"
                                        + " and (o.checkedAt is null or o.checkedAt <= :before)")
                        .setParameter("now", now)
                        .setParameter("id", orderId)
                        .setParameter("pending", Status.PENDING)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    /** Whether real money was ever asked for in this database. */
    public static boolean seenLive(EntityManager db) {
        return !db.createQuery(
                        "select o.id from PaygateOrder o where o.livemode = true", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
