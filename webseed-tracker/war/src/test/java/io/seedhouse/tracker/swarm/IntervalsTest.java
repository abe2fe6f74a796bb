package io.seedhouse.tracker.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
    private final Intervals intervals = new Intervals();
    private final Draw draw = new Draw(9);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 900",
        "19, 0, 900",
        "20, 0, 1800",
        "9999, 0, 1800",
        "10000, 0, 2700",
        "50, 0.5, 2700",
        "50, 1, 3600",
        "50, 99, 3600",
        "50, -3, 1800",
        "10000, 1, 3600"
    })
    void growWithTheSwarmAndWithTheLoad(int peers, double load, int seconds) {
        intervals.load(load);
        IntSummaryStatistics drawn = draws(peers);
        assertEquals(seconds, drawn.getAverage(), seconds / 100.0);
    }

    @Test
    void differALittleSoThatPeersDoNotComeTogetherForEver() {
        IntSummaryStatistics drawn = draws(50);
        assertTrue(drawn.getMax() - drawn.getMin() > 200, drawn::toString);
        assertTrue(drawn.getMin() >= 1687 && drawn.getMax() <= 1913, drawn::toString);
    }

    @Test
    void neverOutlastAPeersLife() {
        intervals.load(1);
        assertTrue(draws(1_000_000).getMax() + 600 < Intervals.lifetime());
    }

    private IntSummaryStatistics draws(int peers) {
        return IntStream.range(0, 5000)
                .map(i -> intervals.seconds(peers, draw))
                .summaryStatistics();
    }
}
