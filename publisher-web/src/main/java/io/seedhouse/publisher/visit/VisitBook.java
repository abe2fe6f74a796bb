package io.seedhouse.publisher.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** What was counted. */
@ApplicationScoped
@Transactional
public class VisitBook {
    /** Referring hosts kept of one bundle and day; the rest is counted together. */
    static final int MOST_HOSTS = 200;

    private static final String ADD =
            "update publisher_visit set amount = amount + ?5 where bundle_id = ?1 and on_day = ?2"
                    + " and kind = ?3 and name = ?4";
    private static final String BEGIN =
            "insert into publisher_visit (bundle_id, on_day, kind, name, amount)"
                    + " values (?1, ?2, ?3, ?4, ?5)";
    private static final String HOSTS =
            "select count(*) from publisher_visit where bundle_id = ?1 and on_day = ?2"
                    + " and kind = 'REFERRER'";

    @PersistenceContext EntityManager em;

    /**
     * Adds to what is there, or begins it. When another node begins the same at this moment, one of
     * the two fails as a whole and may be repeated.
     *
     * @param counts in the order of {@link Counted}, so that nodes never wait for each other in
     *     circles
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(SortedMap<Counted, Long> counts) {
        counts.forEach(this::add);
    }

    private void add(Counted what, long amount) {
        if (run(ADD, what, amount) > 0) {
            return;
        }
        if (what.kind() == Kind.REFERRER && !what.name().isEmpty() && isFull(what)) {
            add(what.nameless(), amount);
        } else {
            run(BEGIN, what, amount);
        }
    }

    private int run(String sql, Counted what, long amount) {
        return em.createNativeQuery(sql)
                .setParameter(1, what.bundleId())
                .setParameter(2, what.day())
                .setParameter(3, what.kind().name())
                .setParameter(4, what.name())
                .setParameter(5, amount)
                .executeUpdate();
    }

    private boolean isFull(Counted what) {
        Object hosts =
                em.createNativeQuery(HOSTS)
                        .setParameter(1, what.bundleId())
                        .setParameter(2, what.day())
                        .getSingleResult();
        return ((Number) hosts).longValue() >= MOST_HOSTS;
    }

    /**
     * What was counted of each kind on each day, names added up.
     *
     * @param from the first day
     * @param until the day after the last
     */
    public List<Daily> daily(Collection<UUID> bundleIds, LocalDate from, LocalDate until) {
        if (bundleIds.isEmpty()) {
            return List.of();
        }
        return em
                .createNativeQuery(
                        "select cast(bundle_id as varchar(36)), on_day, kind, sum(amount)"
                                + " from publisher_visit"
                                + " where bundle_id in (:bundles) and on_day >= :from"
                                + " and on_day < :until group by bundle_id, on_day, kind"
                                + " order by on_day",
                        Object[].class)
                .setParameter("bundles", bundleIds)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(row -> Daily.of((Object[]) row))
                .toList();
    }

    /**
     * The names of a kind, the commonest first.
     *
     * @param most how many
     */
    public List<Named> names(UUID bundleId, Kind kind, LocalDate from, LocalDate until, int most) {
        return em
                .createNativeQuery(
                        "select name, sum(amount) as total from publisher_visit"
                                + " where bundle_id = :bundle and kind = :kind"
                                + " and on_day >= :from and on_day < :until"
                                + " group by name order by total desc, name",
                        Object[].class)
                .setParameter("bundle", bundleId)
                .setParameter("kind", kind.name())
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> Named.of((Object[]) row))
                .toList();
    }

    public record Daily(UUID bundleId, LocalDate day, Kind kind, long amount) {
        static Daily of(Object[] row) {
            return new Daily(
                    UUID.fromString((String) row[0]),
                    row[1] instanceof LocalDate day ? day : ((java.sql.Date) row[1]).toLocalDate(),
                    Kind.valueOf((String) row[2]),
                    ((Number) row[3]).longValue());
        }
    }

    /**
     * @param name empty for what is not known, and for all others together
     */
    public record Named(String name, long amount) {
        static Named of(Object[] row) {
            return new Named((String) row[0], ((Number) row[1]).longValue());
        }
    }
}
