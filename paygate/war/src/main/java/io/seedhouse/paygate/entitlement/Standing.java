package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that decides over an order's keyring. It is read in one query, because in the minute of a
 * premiere every buyer asks for it at once.
 *
 * @param premiere when keys of its bundle open; null where nothing has to be waited for
 * @param files those whose identities the order may fetch now, by name
 */
record Standing(PaygateOrder order, @Nullable Instant premiere, List<PaidFile> files) {

    /** Of the order with this id, if this token opens it. */
    static Optional<Standing> find(EntityManager db, UUID orderId, OrderToken token) {
        var rows =
                db.createQuery(
                                "select o, r.premiere, e from IssuedToken t"
                                        + " join PaygateOrder o on o.id = t.orderId"
                                        + " left join BundleRelease r on r.bundleId = o.bundleId"
                                        + " left join Entitlement e"
                                        + " on e.orderId = o.id and e.revoked is null"
                                        + " where t.hash = :hash and o.id = :order order by e.name, e.fileId",
                                Row.class)
                        .setParameter("hash", token.hash())
                        .setParameter("order", orderId)
                        .setHint("org.hibernate.readOnly", true)
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Standing(row.order(), row.premiere(), files(rows)));
    }

    private static List<PaidFile> files(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.entitlement()))
                .map(entitlement -> new PaidFile(entitlement.fileId(), entitlement.name()))
                .toList();
    }

    /** One for each entitlement, or one without. */
    record Row(PaygateOrder order, @Nullable Instant premiere, @Nullable Entitlement entitlement) {}
}
