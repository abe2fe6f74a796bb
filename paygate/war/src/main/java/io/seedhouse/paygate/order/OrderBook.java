package io.seedhouse.paygate.order;

import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored orders, inside the caller's transaction. Whoever means to change an order locks it
 * first and reads its state under the lock: of any number of concurrent attempts the others find
 * what the first one did.
 */
public final class OrderBook {
    /** Tokens an order opens to at a time; the oldest gives way. */
    private static final int TOKENS = 20;

    private OrderBook() {}

    /** The order with this id, if this token opens it. */
    public static Optional<PaygateOrder> find(EntityManager db, UUID orderId, OrderToken token) {
        return db.createQuery(
                        "select o from PaygateOrder o, IssuedToken t where t.hash = :hash"
                                + " and t.orderId = o.id and o.id = :id",
                        PaygateOrder.class)
                .setParameter("hash", token.hash())
                .setParameter("id", orderId)
                .getResultStream()
                .findFirst();
    }

    /** Lets an order open to one more token. */
    public static OrderToken issueToken(EntityManager db, UUID orderId, Instant now) {
        var token = OrderToken.generate();
        db.persist(new IssuedToken(token, orderId, now));
        db.createQuery(
                        "select t from IssuedToken t where t.orderId = :order"
                                + " order by t.created desc",
                        IssuedToken.class)
                .setParameter("order", orderId)
                .setFirstResult(TOKENS)
                .getResultList()
                .forEach(db::remove);
        return token;
    }

    /** The order with this id. Shows it to nobody: a buyer needs the token. */
    public static Optional<PaygateOrder> named(EntityManager db, UUID orderId) {
        return Optional.ofNullable(db.find(PaygateOrder.class, orderId));
    }

    /**
     * The order with this id; no one else changes it until the caller's transaction ends. What the
     * transaction knew of it is read again, because another may have changed it before the lock.
     */
    public static Optional<PaygateOrder> lock(EntityManager db, UUID orderId) {
        var order = Optional.ofNullable(db.find(PaygateOrder.class, orderId));
        order.ifPresent(found -> db.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return order;
    }

    /** The order that was tied to this checkout session. */
    public static Optional<PaygateOrder> ofSession(EntityManager db, String sessionId) {
        return ofColumn(db, "stripeSessionId", sessionId);
    }

    /** The order that was paid by this payment. */
    public static Optional<PaygateOrder> ofPayment(EntityManager db, String paymentId) {
        return ofColumn(db, "paymentId", paymentId);
    }

    private static Optional<PaygateOrder> ofColumn(EntityManager db, String column, String value) {
        return db.createQuery(
                        "select o from PaygateOrder o where o." + column + " = :value",
                        PaygateOrder.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    /** The order a request with this key made before. */
    public static Optional<PaygateOrder> ofKey(EntityManager db, String idempotencyKey) {
        return ofColumn(db, "idempotencyKey", idempotencyKey);
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

    /** All orders of an address, newest first. */
    public static List<PaygateOrder> ofAddress(EntityManager db, String email) {
        return db.createQuery(
                        "select o from PaygateOrder o where o.emailKey = :email"
                                + " order by o.created desc, o.id",
                        PaygateOrder.class)
                .setParameter("email", PaygateOrder.emailKey(email))
                .getResultList();
    }

    /**
     * Locks what an address has ordered of a bundle, in one order for all who do, so that two of
     * its payments are never settled without knowing of each other.
     */
    public static List<PaygateOrder> lockSiblings(EntityManager db, PaygateOrder order) {
        return db.createQuery(
                        "select o from PaygateOrder o where o.emailKey = :email"
                                + " and o.bundleId = :bundle order by o.id",
                        PaygateOrder.class)
                .setParameter("email", order.emailKey())
                .setParameter("bundle", order.bundleId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Upgrades of an order, or the order that redeemed a gift. */
    public static List<PaygateOrder> children(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select o from PaygateOrder o where o.parentId = :order order by o.id",
                        PaygateOrder.class)
                .setParameter("order", orderId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
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

    /**
     * Pending orders that were begun before a moment and not compared with their provider since
     * another, those looked at longest ago first.
     */
    public static List<UUID> unsettled(
            EntityManager db, Instant begunBefore, Instant checkedBefore, int limit) {
        return db.createQuery(
                        "select o.id from PaygateOrder o where o.status = :pending"
                                + " and o.created < :begun"
                                + " and (o.checkedAt is null or o.checkedAt < :checked)"
                                + " order by coalesce(o.checkedAt, o.created)",
                        UUID.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("begun", begunBefore)
                .setParameter("checked", checkedBefore)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Pending orders of bundles that are not on sale any more. */
    public static List<UUID> ofWithdrawn(EntityManager db, int limit) {
        return db.createQuery(
                        "select o.id from PaygateOrder o, BundleRelease r where o.status = :pending"
                                + " and r.bundleId = o.bundleId and r.onSale = false",
                        UUID.class)
                .setParameter("pending", Status.PENDING)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Orders of a bundle whose keyrings open for somebody, by id.
     *
     * @param after the last of those that came before; empty for the first ones
     * @param most how many at once
     */
    public static List<PaygateOrder> paid(
            EntityManager db, UUID bundleId, Optional<UUID> after, int most) {
        var orders =
                db.createQuery(
                                "select o from PaygateOrder o where o.bundleId = :bundle"
                                        + " and o.status = :paid and o.kind <> :gift"
                                        + " and o.owned = false"
                                        + (after.isPresent() ? " and o.id > :after" : "")
                                        + " order by o.id",
                                PaygateOrder.class)
                        .setParameter("bundle", bundleId)
                        .setParameter("paid", Status.PAID)
                        .setParameter("gift", Kind.GIFT)
                        .setMaxResults(most);
        after.ifPresent(id -> orders.setParameter("after", id));
        return orders.getResultList();
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
