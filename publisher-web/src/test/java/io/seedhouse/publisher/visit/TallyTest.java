package io.seedhouse.publisher.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final Tally tally = new Tally();

    /** Some count while another takes what there is, as a round that writes does. */
    @Test
    void losesNothingWhileManyCountAndOneWrites() throws Exception {
        int threads = 8;
        int each = 20_000;
        AtomicLong written = new AtomicLong();
        Callable<Void> visitor =
                () -> {
                    for (int n = 0; n < each; n++) {
                        tally.count(of(Kind.VIEW, ""));
                        if (n % 1000 == 0) {
                            written.addAndGet(sum(tally.take()));
                        }
                    }
                    return null;
                };
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = IntStream.range(0, threads).mapToObj(n -> visitor).toList();
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
        assertEquals((long) threads * each, written.get() + sum(tally.take()));
    }

    @Test
    void keepsWhatCouldNotBeWritten() {
        tally.count(of(Kind.VIEW, ""));
        Map<Counted, Long> taken = tally.take();
        tally.count(of(Kind.VIEW, ""));
        tally.giveBack(taken);
        assertEquals(Map.of(of(Kind.VIEW, ""), 2L), tally.take());
    }

    @Test
    void holdsNoMoreThanItMay() {
        tally.count(of(Kind.REFERRER, ""));
        for (int n = 0; n < 2 * Tally.MOST; n++) {
            tally.count(of(Kind.REFERRER, "host" + n + ".example"));
        }
        Map<Counted, Long> taken = tally.take();
        assertEquals(Tally.MOST, taken.size());
        assertEquals(1L + 2 * Tally.MOST, sum(taken), "the rest is counted together");
    }

    @Test
    void tellsVisitorsApartForADayAndNoLonger() {
        Visitors visitors = new Visitors();
        assertTrue(visitors.isNew(DAY, BUNDLE, "192.0.2.1", "a"));
        assertTrue(!visitors.isNew(DAY, BUNDLE, "192.0.2.1", "a"));
        assertTrue(visitors.isNew(DAY, UUID.randomUUID(), "192.0.2.1", "a"));
        assertTrue(visitors.isNew(DAY, BUNDLE, "192.0.2.2", "a"));
        assertTrue(visitors.isNew(DAY.plusDays(1), BUNDLE, "192.0.2.1", "a"));
    }

    @Test
    void remembersNoMoreVisitorsThanItMay() {
        Visitors visitors = new Visitors();
        long counted =
                IntStream.range(0, Visitors.MOST + 10)
                        .filter(n -> visitors.isNew(DAY, BUNDLE, "192.0.2.1", "agent " + n))
                        .count();
        assertEquals(Visitors.MOST, counted);
    }

    private static Counted of(Kind kind, String name) {
        return new Counted(BUNDLE, DAY, kind, name);
    }

    private static long sum(Map<Counted, Long> counts) {
        return counts.values().stream().collect(Collectors.summingLong(Long::longValue));
    }
}
