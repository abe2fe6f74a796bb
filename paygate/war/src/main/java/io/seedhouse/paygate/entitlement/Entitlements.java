package io.seedhouse.paygate.entitlement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.order.PaygateOrder;

import jakarta.persistence.EntityManager;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stored entitlements, inside the caller's transaction. */
public final class Entitlements {
    private Entitlements() {}

    /**
     * Makes an order that nothing is to be paid for paid, with all that follows.
     *
     * @return false when it was paid before
     */
    public static boolean pay(EntityManager db, PaygateOrder order, Instant now) {
        return new Settlement(db, order, now).pay();
    }

    /** Whether an order's address owns already all that the order asks money for. */
    public static boolean isOwned(EntityManager db, PaygateOrder order, Instant now) {
        return new Settlement(db, order, now).isOwned();
    }

    /** Grants an order its files, and those that have taken their place since. */
    static void grant(EntityManager db, PaygateOrder order, Instant now) {
        order.files()
                .forEach(file ->
                        db.persist(new Entitlement(order.id(), order.bundleId(), file, now)));
        Succession.open(db, order, now);
    }

    /** Closes all that an order opens. */
    static void revoke(EntityManager db, UUID orderId, Instant now) {
        db.createQuery(
                        "update Entitlement e set e.revoked = :now where e.orderId = :order"
                                + " and e.revoked is null")
                .setParameter("now", now)
                .setParameter("order", orderId)
                .executeUpdate();
    }

    /** Opens again all that an order once opened. */
    static void restore(EntityManager db, UUID orderId) {
        db.createQuery("update Entitlement e set e.revoked = null where e.orderId = :order")
                .setParameter("order", orderId)
                .executeUpdate();
    }

    /**
     * Whether an address can fetch the keys of all these files, by orders other than one.
     *
     * @param except an order that does not count
     */
    static boolean owns(EntityManager db, String emailKey, Collection<UUID> files, UUID except) {
        var owned =
                db.createQuery(
                                "select e.fileId from Entitlement e, PaygateOrder o"
                                        + " where o.id = e.orderId and o.emailKey = :email"
                                        + " and o.status = :paid and o.kind <> :gift"
                                        + " and o.id <> :except and e.revoked is null"
                                        + " and e.fileId in :files",
                                UUID.class)
                        .setParameter("email", emailKey)
                        .setParameter("paid", Status.PAID)
                        .setParameter("gift", Kind.GIFT)
                        .setParameter("except", except)
                        .setParameter("files", files)
                        .getResultStream()
                        .collect(toSet());
        return owned.containsAll(files);
    }

    /**
     * Orders that hold an extra of a bundle, by whichever version they were bought, by id.
     *
     * @param granted rights given before this moment count
     * @param after the last of those that came before; empty for the first ones
     */
    public static List<PaygateOrder> holdersOfExtras(
            EntityManager db, UUID bundleId, Instant granted, Optional<UUID> after, int most) {
        var orders =
                db.createQuery(
                                "select o from PaygateOrder o where o.id in"
                                        + " (select e.orderId from Entitlement e"
                                        + " join BundleRelease r on r.bundleId = e.bundleId"
                                        + " join r.extraFiles x on x = e.fileId"
                                        + " where e.bundleId = :bundle and e.revoked is null"
                                        + " and e.granted < :granted)"
                                        + (after.isPresent() ? " and o.id > :after" : "")
                                        + " order by o.id",
                                PaygateOrder.class)
                        .setParameter("bundle", bundleId)
                        .setParameter("granted", granted)
                        .setMaxResults(most);
        after.ifPresent(id -> orders.setParameter("after", id));
        return orders.getResultList();
    }

    /** The files whose identities an order may fetch now. */
    static List<PaidFile> ofOrder(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select e from Entitlement e where e.orderId = :order and e.revoked is null"
                                + " order by e.name, e.fileId",
                        Entitlement.class)
                .setParameter("order", orderId)
                .getResultStream()
                .map(entitlement -> new PaidFile(entitlement.fileId(), entitlement.name()))
                .toList();
    }

    /** The names of the files that the orders of a bundle may fetch now, by order. */
    static Map<UUID, List<Entitlement>> ofBundle(EntityManager db, UUID bundleId) {
        return db.createQuery(
                        "select e from Entitlement e, PaygateOrder o where o.id = e.orderId"
                                + " and o.bundleId = :bundle and e.revoked is null"
                                + " order by e.name, e.fileId",
                        Entitlement.class)
                .setParameter("bundle", bundleId)
                .getResultStream()
                .collect(groupingBy(Entitlement::orderId));
    }
}
