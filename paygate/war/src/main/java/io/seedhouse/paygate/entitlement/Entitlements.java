package io.seedhouse.paygate.entitlement;

import static java.util.stream.Collectors.groupingBy;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stored entitlements, inside the caller's transaction. */
public final class Entitlements {
    private Entitlements() {}

    /**
     * Marks the order paid and grants its files, together or not at all.
     *
     * @return false when someone else has done so before
     */
    public static boolean pay(EntityManager db, PaygateOrder order, Instant now) {
        if (!OrderBook.pay(db, order.id(), now)) {
            return false;
        }
        order.files()
                .forEach(file ->
                        db.persist(new Entitlement(order.id(), file.id(), file.name(), now)));
        return true;
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
