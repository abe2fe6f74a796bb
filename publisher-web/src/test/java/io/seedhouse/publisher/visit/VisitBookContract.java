package io.seedhouse.publisher.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.visit.VisitBook.Daily;
import io.seedhouse.publisher.visit.VisitBook.Named;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for counts on every database. */
abstract class VisitBookContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final TestDatabase database = database();

    abstract TestDatabase database();

    @Test
    void addsToWhatIsThere() {
        write(counts(Kind.VIEW, "", 2, Kind.COUNTRY, "DE", 1));
        write(counts(Kind.VIEW, "", 3, Kind.COUNTRY, "ES", 1));
        assertEquals(
                List.of(
                        new Daily(BUNDLE, DAY, Kind.COUNTRY, 2),
                        new Daily(BUNDLE, DAY, Kind.VIEW, 5)),
                ask(b -> b.daily(List.of(BUNDLE), DAY, DAY.plusDays(1))).stream()
                        .sorted((a, b) -> a.kind().name().compareTo(b.kind().name()))
                        .toList());
        assertEquals(
                List.of(), ask(b -> b.daily(List.of(BUNDLE), DAY.plusDays(1), DAY.plusDays(2))));
        assertEquals(List.of(), ask(b -> b.daily(List.of(), DAY, DAY.plusDays(1))));
    }

    /** Each writes as its own rounds do, at the same moments, and begins the same rows. */
    @Test
    void addsUpWhatSeveralNodesWriteAtOnce() throws Exception {
        int nodes = 4;
        int rounds = 25;
        Callable<Void> node =
                () -> {
                    Writing writing = writing();
                    for (int n = 0; n < rounds; n++) {
                        LocalDate day = DAY.plusDays(n % 5);
                        writing.tally.count(new Counted(BUNDLE, day, Kind.VIEW, ""));
                        writing.tally.count(new Counted(BUNDLE, day, Kind.COUNTRY, "DE"));
                        writing.write();
                    }
                    finish(writing);
                    return null;
                };
        try (var pool = Executors.newFixedThreadPool(nodes)) {
            for (var done :
                    pool.invokeAll(IntStream.range(0, nodes).mapToObj(n -> node).toList())) {
                done.get();
            }
        }
        List<Daily> all = ask(b -> b.daily(List.of(BUNDLE), DAY, DAY.plusDays(5)));
        assertEquals(10, all.size());
        all.forEach(daily -> assertEquals(nodes * rounds / 5, daily.amount(), daily.toString()));
    }

    @Test
    void countsTheHostsBeyondTheBoundTogether() {
        SortedMap<Counted, Long> counts = new TreeMap<>();
        for (int n = 0; n < VisitBook.MOST_HOSTS + 50; n++) {
            counts.put(of(Kind.REFERRER, "host%04d.example".formatted(n)), 1L);
        }
        write(counts);
        write(counts);
        List<Named> hosts = ask(b -> b.names(BUNDLE, Kind.REFERRER, DAY, DAY.plusDays(1), 1000));
        assertEquals(VisitBook.MOST_HOSTS + 1, hosts.size());
        assertEquals(new Named("", 100), hosts.getFirst());
    }

    /** A whole day's writing leaves no trace of an address in any column of any of our tables. */
    @Test
    void keepsNoAddress() {
        Writing writing = writing();
        TestVisit visit = TestVisit.from("131.188.12.211");
        Visits visits = TestVisits.nobodys();
        visits.tally = writing.tally;
        UUID ann = database.publisher();
        database.inTransaction(em -> {
            var bundle = TestBundles.published(em, ann, "Tide");
            visits.page(bundle, visit.with("Referer", "https://blog.example/x").request());
            visits.torrent(bundle, visit.request());
            return bundle;
        });
        writing.write();
        List<String> cells = database.inTransaction(VisitBookContract::cells);
        assertFalse(cells.isEmpty());
        for (String cell : cells) {
            assertFalse(cell.contains("131.188"), cell);
            assertFalse(cell.contains("Firefox"), cell);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> cells(EntityManager em) {
        return List.of("publisher_visit", "publisher_swarm").stream()
                .flatMap(table ->
                        ((List<Object>)
                                        em.createNativeQuery("select * from " + table)
                                                .getResultList())
                                .stream())
                .flatMap(row -> List.of((Object[]) row).stream())
                .map(String::valueOf)
                .toList();
    }

    /** Until nothing is kept for the next minute. */
    private static void finish(Writing writing) {
        SortedMap<Counted, Long> left = writing.tally.take();
        while (!left.isEmpty()) {
            writing.tally.giveBack(left);
            writing.write();
            left = writing.tally.take();
        }
    }

    private Writing writing() {
        Writing writing = new Writing();
        writing.tally = new Tally();
        writing.book =
                new VisitBook() {
                    @Override
                    public void add(SortedMap<Counted, Long> counts) {
                        database.inTransaction(em -> {
                            VisitBook book = over(em);
                            book.add(counts);
                            return book;
                        });
                    }
                };
        return writing;
    }

    private void write(SortedMap<Counted, Long> counts) {
        database.inTransaction(em -> {
            VisitBook book = over(em);
            book.add(counts);
            return book;
        });
    }

    private <T> T ask(Function<VisitBook, T> question) {
        return database.inTransaction(em -> question.apply(over(em)));
    }

    private static VisitBook over(EntityManager em) {
        return TestVisits.book(em);
    }

    private static SortedMap<Counted, Long> counts(Object... kindNameAmount) {
        SortedMap<Counted, Long> counts = new TreeMap<>();
        for (int i = 0; i < kindNameAmount.length; i += 3) {
            counts.put(
                    of((Kind) kindNameAmount[i], (String) kindNameAmount[i + 1]),
                    ((Integer) kindNameAmount[i + 2]).longValue());
        }
        return counts;
    }

    private static Counted of(Kind kind, String name) {
        return new Counted(BUNDLE, DAY, kind, name);
    }
}
