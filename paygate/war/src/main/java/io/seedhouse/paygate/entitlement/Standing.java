package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that decides over an order's keyring. It is read in one query, because in the minute of a
 * premiere every buyer asks for it at once.
 *
 * @param files those whose identities the order may fetch, now or from a premiere on; one bundle
 *     after the other, by name
 */
record Standing(PaygateOrder order, List<File> files) {

    /**
     * @param premiere when keys of its bundle open; null where nothing has to be waited for
     */
    record File(Granted granted, @Nullable Instant premiere) {
        boolean isOpenAt(Instant now) {
            return premiere == null || !now.isBefore(premiere);
        }
    }

    /** Of the order with this id, if this token opens it. */
    static Optional<Standing> find(EntityManager db, UUID orderId, OrderToken token) {
        var rows =
                db.createQuery(
                                "select o, e, r.slug, r.premiere from IssuedToken t"
                                        + " join PaygateOrder o on o.id = t.orderId"
                                        + " left join Entitlement e"
                                        + " on e.orderId = o.id and e.revoked is null"
                                        + " left join BundleRelease r on r.bundleId = e.bundleId"
                                        + " where t.hash = :hash and o.id = :order"
                                        + " order by e.granted, e.bundleId, e.name, e.fileId",
                                Row.class)
                        .setParameter("hash", token.hash())
                        .setParameter("order", orderId)
                        .setHint("org.hibernate.readOnly", true)
                        .getResultList();
        return rows.stream().findFirst().map(row -> new Standing(row.order(), files(rows)));
    }

    private static List<File> files(List<Row> rows) {
        return rows.stream().flatMap(Row::file).toList();
    }

    /** Those whose identities may leave now. */
    List<Granted> openedAt(Instant now) {
        return files.stream().filter(file -> file.isOpenAt(now)).map(File::granted).toList();
    }

    /** When the first of them opens, where none is open yet. */
    Instant opens() {
        return files.stream()
                .map(File::premiere)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** One for each entitlement, or one without. */
    record Row(
            PaygateOrder order,
            @Nullable Entitlement entitlement,
            @Nullable String slug,
            @Nullable Instant premiere) {

        Stream<File> file() {
            return Stream.ofNullable(entitlement)
                    .map(held ->
                            new File(
                                    new Granted(
                                            held.bundleId(),
                                            slug,
                                            new PaidFile(held.fileId(), held.name())),
                                    premiere));
        }
    }
}
