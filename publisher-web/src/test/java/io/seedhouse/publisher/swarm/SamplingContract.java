package io.seedhouse.publisher.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.tracker.api.Deliveries.Delivered;
import io.seedhouse.tracker.api.Torrents.Swarm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for looks at swarms on every database. */
abstract class SamplingContract {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final long SIZE = 1000;

    private final TestDatabase database = database();
    private final TestTracker tracker = new TestTracker();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void publish() {
        UUID ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.published(em, ann, "Tide").id());
    }

    @Test
    void addsWhatTheTrackerCountedSinceTheLookBefore() {
        Sampler node = node();
        report(100, 1, 3, 1);
        node.look(START);
        report(250, 2, 5, 0);
        node.look(START.plus(STEP));
        assertEquals(
                List.of(new SwarmDay(DAY, 4, 0.5, new Carried(2, 250, 2 * SIZE))),
                days(DAY, DAY.plusDays(1)));
    }

    /** A tracker that has begun anew says small numbers; they are not less than before but more. */
    @Test
    void neverFallsWhenTheTrackerCountsAnew() {
        Sampler node = node();
        long before = 0;
        long[] sent = {100, 500, 30, 60, 10, 10, 400};
        for (int n = 0; n < sent.length; n++) {
            report(sent[n], sent[n] / 50, 1, 0);
            node.look(START.plus(STEP.multipliedBy(n)));
            long now = ask(b -> b.before(bundle, NEVER)).sent();
            assertTrue(now >= before, now + " after " + before);
            before = now;
        }
        assertEquals(500 + 60 + 400, before);
    }

    @Test
    void goesOnAfterARestartOfThisServerAndItsTracker() {
        report(100, 1, 1, 0);
        node().look(START);
        report(40, 1, 1, 0);
        node().look(START.plus(STEP));
        assertEquals(new Carried(2, 140, 2 * SIZE), ask(b -> b.before(bundle, NEVER)));
    }

    /** Each has a web seed of its own, and all of them tell the same swarm. */
    @Test
    void notesPeersOnceAndTheBytesOfEveryNode() throws Exception {
        int nodes = 4;
        report(100, 0, 6, 2);
        Callable<Void> one =
                () -> {
                    Sampler node = node();
                    for (int n = 0; n < 5; n++) {
                        node.look(START.plus(STEP.multipliedBy(n)));
                    }
                    return null;
                };
        try (var pool = Executors.newFixedThreadPool(nodes)) {
            for (var done : pool.invokeAll(IntStream.range(0, nodes).mapToObj(n -> one).toList())) {
                done.get();
            }
        }
        SwarmDay day = days(DAY, DAY.plusDays(1)).getFirst();
        assertEquals(nodes * 100, day.carried().sent());
        assertEquals(6, day.seeders());
        assertEquals(2, day.leechers());
        assertTrue(rows() <= 5, "one row for each stretch, however many nodes");
    }

    /** Two hundred days of looks, thinned as they grow old: no sum changes, and few rows stay. */
    @Test
    void thinsWithoutLosingAnything() {
        Random random = new Random(6);
        List<Stretch> all =
                IntStream.range(0, 1200)
                        .mapToObj(n -> stretch(START.plus(Duration.ofHours(4L * n)), random))
                        .toList();
        database.inTransaction(em -> {
            SwarmRows rows = new SwarmRows(em);
            all.forEach(rows::add);
            return rows;
        });
        LocalDate end = DAY.plusDays(201);
        List<SwarmDay> before = days(DAY, end);
        Instant now = START.plus(Duration.ofDays(200));
        for (int n = 0; n < 3; n++) {
            new TransactedBook(database).thin(now);
        }
        assertEquals(before, days(DAY, end));
        assertEquals(201, before.size() + 1, "a day each");
        assertTrue(rows() < 110 + 91 * 6 + 20, rows() + " rows");
        assertEquals(0, rowsBefore(Span.LOOK, now.minus(Duration.ofDays(3))));
        assertEquals(0, rowsBefore(Span.HOUR, now.minus(Duration.ofDays(91))));
    }

    private Stretch stretch(Instant at, Random random) {
        return new Stretch(
                bundle,
                Span.LOOK,
                Span.LOOK.began(at),
                1,
                random.nextInt(50),
                random.nextInt(50),
                random.nextInt(3),
                random.nextInt(10_000),
                random.nextInt(10_000));
    }

    private void report(long sent, long completed, long seeders, long leechers) {
        tracker.delivered = new Delivered(sent, completed, SIZE);
        tracker.swarm = new Swarm(seeders, leechers, completed);
    }

    private Sampler node() {
        Sampler sampler = new Sampler();
        sampler.torrents = tracker;
        sampler.deliveries = tracker;
        sampler.book = new TransactedBook(database);
        return sampler;
    }

    private List<SwarmDay> days(LocalDate from, LocalDate until) {
        return ask(book -> book.daily(bundle, from, until));
    }

    private long rows() {
        return count("select count(*) from publisher_swarm");
    }

    private long rowsBefore(Span span, Instant before) {
        return database.inTransaction(em ->
                ((Number)
                                em.createNativeQuery(
                                                "select count(*) from publisher_swarm"
                                                        + " where span = ?1 and began < ?2")
                                        .setParameter(1, span.minutes())
                                        .setParameter(2, before)
                                        .getSingleResult())
                        .longValue());
    }

    private long count(String sql) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private <T> T ask(Function<SwarmBook, T> question) {
        return database.inTransaction(em -> question.apply(TransactedBook.over(em)));
    }
}
