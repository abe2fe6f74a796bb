package io.seedhouse.paygate.entitlement;

import static java.util.stream.Collectors.toMap;

import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.offer.Additions;
import io.seedhouse.paygate.offer.Successors;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;

import jakarta.persistence.EntityManager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Opens new versions of bundles to those who bought an earlier one, inside the caller's
 * transaction. What an order may open of the new is what it may open of the old, so an order that
 * was revoked gets its new entitlements revoked, and one way or the other they go together from
 * then on.
 */
public final class Succession {
    private Succession() {}

    /** Orders that do not hold yet all that later versions give them; each may come twice. */
    public static List<UUID> waiting(EntityManager db, int limit) {
        return Stream.concat(replaced(db, limit).stream(), added(db, limit).stream())
                .limit(limit)
                .toList();
    }

    /** Those that hold a file and not the one that takes its place. */
    private static List<UUID> replaced(EntityManager db, int limit) {
        return db.createQuery(
                        "select distinct e.orderId from Successor s"
                                + " join Entitlement e on e.fileId = s.oldFile"
                                + " left join Entitlement n"
                                + " on n.orderId = e.orderId and n.fileId = s.fileId"
                                + " where s.settled = false and n.granted is null",
                        UUID.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those that hold something and lack what was added to their tier. */
    private static List<UUID> added(EntityManager db, int limit) {
        return db.createQuery(
                        "select distinct o.id from Addition a"
                                + " join PaygateOrder o"
                                + " on o.bundleId = a.boughtBundle and o.tier = a.tier"
                                + " join Entitlement e on e.orderId = o.id"
                                + " left join Entitlement n"
                                + " on n.orderId = o.id and n.fileId = a.fileId"
                                + " where a.settled = false and n.granted is null",
                        UUID.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Opens to an order all that takes the place of what it holds, and tells its buyer once.
     *
     * @return false when nothing was missing
     */
    public static boolean open(EntityManager db, UUID orderId, Instant now) {
        return OrderBook.lock(db, orderId).filter(order -> open(db, order, now)).isPresent();
    }

    /** The same for an order that the caller has locked or just made. */
    static boolean open(EntityManager db, PaygateOrder order, Instant now) {
        var held = held(db, order.id());
        var opened = new ArrayList<>(added(db, order, held, now));
        opened.forEach(entitlement -> held.put(entitlement.fileId(), entitlement));
        var step = List.copyOf(held.values());
        while (!step.isEmpty()) {
            step =
                    next(db, step, now)
                            .filter(next -> held.putIfAbsent(next.fileId(), next) == null)
                            .toList();
            opened.addAll(step);
        }
        opened.forEach(db::persist);
        if (!opened.isEmpty() && opened.getLast().isOpen()) {
            var version = opened.getLast().bundleId().toString();
            Outbox.tell(db, Kind.NEW_VERSION, order, order.price(), version, now);
        }
        return !opened.isEmpty();
    }

    /** As open as what the order holds already, which is all open or all revoked. */
    private static List<Entitlement> added(
            EntityManager db, PaygateOrder order, Map<UUID, Entitlement> held, Instant now) {
        if (held.isEmpty()) {
            return List.of();
        }
        var any = held.values().iterator().next();
        return Additions.of(db, order.bundleId(), order.tier()).stream()
                .filter(added -> !held.containsKey(added.file().id()))
                .map(added -> any.next(added.bundleId(), added.file(), now))
                .toList();
    }

    private static Map<UUID, Entitlement> held(EntityManager db, UUID orderId) {
        return db.createQuery(
                        "select e from Entitlement e where e.orderId = :order", Entitlement.class)
                .setParameter("order", orderId)
                .getResultStream()
                .collect(toMap(Entitlement::fileId, entitlement -> entitlement));
    }

    private static Stream<Entitlement> next(EntityManager db, List<Entitlement> step, Instant now) {
        var old = step.stream().collect(toMap(Entitlement::fileId, entitlement -> entitlement));
        return Successors.of(db, old.keySet()).stream()
                .map(next ->
                        Objects.requireNonNull(old.get(next.oldFile()), "it was asked for")
                                .next(next.bundleId(), next.file(), now));
    }
}
