package io.seedhouse.publisher.swarm;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of stretches, inside the caller's transaction. */
record SwarmRows(EntityManager em) {
    /** Rows made coarser at once; the next look takes the rest. */
    private static final int MOST = 20_000;

    private static final String KEY = " where bundle_id = ?1 and span = ?2 and began = ?3";
    private static final String ADD =
            "update publisher_swarm set samples = samples + ?4, seeders = seeders + ?5,"
                    + " leechers = leechers + ?6, completed = completed + ?7, sent = sent + ?8,"
                    + " needed = needed + ?9"
                    + KEY;
    private static final String CARRY =
            "update publisher_swarm set completed = completed + ?4, sent = sent + ?5,"
                    + " needed = needed + ?6"
                    + KEY;
    private static final String BEGIN =
            "insert into publisher_swarm (bundle_id, span, began, samples, seeders, leechers,"
                    + " completed, sent, needed) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    private static final String OLD =
            "select cast(bundle_id as varchar(36)),"
                    + " cast(floor(extract(epoch from began) / 60) as bigint), samples,"
                    + " seeders, leechers, completed, sent, needed from publisher_swarm"
                    + " where span = ?1 and began < ?2 order by began, bundle_id";

    /**
     * Adds what was carried, and the peers when nobody has noted them for this stretch: several
     * nodes see the same swarm, but each sends bytes of its own.
     */
    void note(Stretch look) {
        int noted =
                key(CARRY, look)
                        .setParameter(4, look.completed())
                        .setParameter(5, look.sent())
                        .setParameter(6, look.needed())
                        .executeUpdate();
        if (noted == 0) {
            fill(BEGIN, look).executeUpdate();
        }
    }

    /** Adds all of it. */
    void add(Stretch stretch) {
        if (fill(ADD, stretch).executeUpdate() == 0) {
            fill(BEGIN, stretch).executeUpdate();
        }
    }

    private Query fill(String sql, Stretch stretch) {
        return key(sql, stretch)
                .setParameter(4, stretch.samples())
                .setParameter(5, stretch.seeders())
                .setParameter(6, stretch.leechers())
                .setParameter(7, stretch.completed())
                .setParameter(8, stretch.sent())
                .setParameter(9, stretch.needed());
    }

    private Query key(String sql, Stretch stretch) {
        return em.createNativeQuery(sql)
                .setParameter(1, stretch.bundleId())
                .setParameter(2, stretch.span().minutes())
                .setParameter(3, stretch.began());
    }

    /** A row that another node has just taken is left to it, so nothing is added twice. */
    void thin(Span from, Span to, Instant before) {
        Map<String, Stretch> coarse = new TreeMap<>();
        for (Stretch fine : old(from, before)) {
            if (key("delete from publisher_swarm" + KEY, fine).executeUpdate() == 1) {
                Stretch part = fine.within(to);
                coarse.merge(part.bundleId() + " " + part.began(), part, Stretch::plus);
            }
        }
        coarse.values().forEach(this::add);
    }

    private List<Stretch> old(Span span, Instant before) {
        return em
                .createNativeQuery(OLD, Object[].class)
                .setParameter(1, span.minutes())
                .setParameter(2, before)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(row -> stretch(span, (Object[]) row))
                .toList();
    }

    private static Stretch stretch(Span span, Object[] row) {
        return new Stretch(
                UUID.fromString((String) row[0]),
                span,
                Instant.ofEpochSecond(60 * number(row[1])),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]));
    }

    private static long number(Object number) {
        return ((Number) number).longValue();
    }
}
