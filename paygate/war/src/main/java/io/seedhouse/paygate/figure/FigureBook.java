package io.seedhouse.paygate.figure;

import io.seedhouse.paygate.api.Figures;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Sums orders, in the caller's transaction. */
@Stateless
@Local(Figures.class)
public class FigureBook implements Figures {
    /** Days since 1970 in UTC: both databases agree on seconds, whatever zone they run in. */
    private static final String DAY = "cast(floor(extract(epoch from %s) / 86400) as bigint)";

    private static final String SUMS =
            """
            select cast(bundle_id as varchar(36)), on_day, tier, currency, way, count(*),
                sum(amount), sum(tip),
                sum(refunded), sum(case when status = 'DISPUTED' then amount - refunded else 0 end),
                sum(case when refunded > 0 then 1 else 0 end)
            from (select o.*, %s as on_day,
                    case when kind = 'GIFT' then 'GIFT' when kind = 'REDEEMED' then 'REDEEMED'
                        when consent is not null then 'EMAIL' when amount = 0 then 'FREE'
                        else 'PAID' end as way
                from paygate_order o
                where bundle_id in (:bundles) and paid_at >= :from and paid_at < :until
                    and owned = false) counted
            group by bundle_id, on_day, tier, currency, way
            order by on_day, bundle_id, tier, currency, way
            """
                    .formatted(DAY.formatted("paid_at"));

    private static final String BEGUN =
            """
            select cast(bundle_id as varchar(36)), on_day, count(*)
            from (select bundle_id, %s as on_day from paygate_order
                where bundle_id in (:bundles) and created >= :from and created < :until
                    and amount > 0) counted
            group by bundle_id, on_day
            order by on_day, bundle_id
            """
                    .formatted(DAY.formatted("created"));

    @PersistenceContext(unitName = "paygate")
    EntityManager db;

    /** For the container. */
    public FigureBook() {}

    FigureBook(EntityManager db) {
        this.db = db;
    }

    @Override
    public List<Sum> sums(Collection<UUID> bundleIds, LocalDate from, LocalDate until) {
        return rows(SUMS, bundleIds, from, until).stream().map(FigureBook::sum).toList();
    }

    @Override
    public List<Begun> begun(Collection<UUID> bundleIds, LocalDate from, LocalDate until) {
        return rows(BEGUN, bundleIds, from, until).stream()
                .map(row ->
                        new Begun(UUID.fromString((String) row[0]), day(row[1]), number(row[2])))
                .toList();
    }

    @Override
    public List<Recent> newest(Collection<UUID> bundleIds, int limit) {
        requireFew(bundleIds);
        if (limit < 1 || limit > MOST_ORDERS) {
            throw new IllegalArgumentException(
                    "limit " + limit + " is not from 1 to " + MOST_ORDERS);
        }
        if (bundleIds.isEmpty()) {
            return List.of();
        }
        return db.createQuery(
                        "select o from PaygateOrder o where o.bundleId in :bundles"
                                + " and o.paidAt is not null and o.owned = false"
                                + " order by o.paidAt desc, o.id",
                        PaygateOrder.class)
                .setParameter("bundles", bundleIds)
                .setMaxResults(limit)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .map(FigureBook::recent)
                .toList();
    }

    private List<Object[]> rows(
            String sql, Collection<UUID> bundleIds, LocalDate from, LocalDate until) {
        requireFew(bundleIds);
        if (bundleIds.isEmpty()) {
            return List.of();
        }
        Query query =
                db.createNativeQuery(sql, Object[].class)
                        .setParameter("bundles", bundleIds)
                        .setParameter("from", from.atStartOfDay().toInstant(ZoneOffset.UTC))
                        .setParameter("until", until.atStartOfDay().toInstant(ZoneOffset.UTC));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows;
    }

    private static void requireFew(Collection<UUID> bundleIds) {
        if (bundleIds.size() > MOST_BUNDLES) {
            throw new IllegalArgumentException(
                    bundleIds.size() + " bundles are more than " + MOST_BUNDLES);
        }
    }

    private static Sum sum(Object[] row) {
        return new Sum(
                UUID.fromString((String) row[0]),
                day(row[1]),
                (String) row[2],
                (String) row[3],
                Way.valueOf((String) row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]),
                number(row[10]));
    }

    private static Recent recent(PaygateOrder order) {
        return new Recent(
                order.id(),
                order.bundleId(),
                order.kind(),
                order.tier(),
                order.email(),
                order.price(),
                order.refunded(),
                order.status(),
                order.paidAt() == null ? order.created() : order.paidAt());
    }

    private static LocalDate day(Object days) {
        return LocalDate.ofEpochDay(number(days));
    }

    /** Sums come back in whatever type the database adds in. */
    private static long number(Object number) {
        return ((Number) number).longValue();
    }
}
