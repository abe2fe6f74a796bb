package io.seedhouse.paygate.fact;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.Happening;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What has happened to orders, inside the caller's transaction. */
public final class History {
    private History() {}

    /**
     * Records a fact.
     *
     * @param what as {@link io.seedhouse.paygate.api.Facts.Fact} names it
     */
    public static void record(
            EntityManager db, PaygateOrder order, String what, Money money, Instant now) {
        db.persist(new RecordedFact(order, what, money, now));
    }

    /** Oldest first. */
    public static List<Happening> ofOrder(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select f from RecordedFact f where f.orderId = :order order by f.position",
                        RecordedFact.class)
                .setParameter("order", orderId)
                .getResultStream()
                .map(fact -> new Happening(fact.at(), fact.what()))
                .toList();
    }
}
