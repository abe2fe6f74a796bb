package io.seedhouse.publisher.swarm;

import io.seedhouse.publisher.bundle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What is kept of swarms. */
@ApplicationScoped
@Transactional
public class SwarmBook {
    private static final String DAILY =
            """
            select on_day, sum(samples), sum(seeders), sum(leechers), sum(completed), sum(sent),
                sum(needed)
            from (select s.*, cast(floor(extract(epoch from began) / 86400) as bigint) as on_day
                from publisher_swarm s
                where bundle_id = :bundle and began >= :from and began < :until) looked
            group by on_day order by on_day
            """;
    private static final String BEFORE =
            "select coalesce(sum(completed), 0), coalesce(sum(sent), 0), coalesce(sum(needed), 0)"
                    + " from publisher_swarm where bundle_id = :bundle and began < :from";

    @PersistenceContext EntityManager em;

    /** Bundles that the tracker answers for, in the order in which every node writes. */
    public List<UUID> served() {
        return em.createQuery(
                        "select b.id from Bundle b where b.status in (:sealed, :published)"
                                + " order by b.id",
                        UUID.class)
                .setParameter("sealed", Status.SEALED)
                .setParameter("published", Status.PUBLISHED)
                .getResultList();
    }

    /**
     * Notes looks. When another node begins the same row at this moment, one of the two fails as a
     * whole and may be repeated.
     *
     * @param looks in the order of {@link #served}, so that nodes never wait for each other in
     *     circles
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void note(List<Stretch> looks) {
        SwarmRows rows = new SwarmRows(em);
        looks.forEach(rows::note);
    }

    /** Makes coarser what is old enough. Nothing that adds up is lost. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void thin(Instant now) {
        SwarmRows rows = new SwarmRows(em);
        for (Span span : Span.values()) {
            span.coarser().ifPresent(to -> rows.thin(span, to, span.horizon(now)));
        }
    }

    /**
     * A bundle's days, those that were looked at.
     *
     * @param from the first day
     * @param until the day after the last
     */
    public List<SwarmDay> daily(UUID bundleId, LocalDate from, LocalDate until) {
        return em
                .createNativeQuery(DAILY, Object[].class)
                .setParameter("bundle", bundleId)
                .setParameter("from", from.atStartOfDay().toInstant(ZoneOffset.UTC))
                .setParameter("until", until.atStartOfDay().toInstant(ZoneOffset.UTC))
                .getResultList()
                .stream()
                .map(row -> SwarmDay.of((Object[]) row))
                .toList();
    }

    /** What had been carried before a day. */
    public Carried before(UUID bundleId, LocalDate from) {
        Object[] row =
                (Object[])
                        em.createNativeQuery(BEFORE, Object[].class)
                                .setParameter("bundle", bundleId)
                                .setParameter("from", from.atStartOfDay().toInstant(ZoneOffset.UTC))
                                .getSingleResult();
        return new Carried(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue());
    }
}
