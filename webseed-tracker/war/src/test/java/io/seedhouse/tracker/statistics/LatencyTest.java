package io.seedhouse.tracker.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTest {
    @ParameterizedTest
    @CsvSource({
        "-1,1",
        "0,1",
        "1023,1",
        "1024,2",
        "2048,4",
        "1000000,1048",
        "1048576,2097",
        "9223372036854775807,8589934"
    })
    void roundsUpToTheEndOfAClass(long nanos, long micros) {
        Latency latency = new Latency();
        latency.took(nanos);
        assertEquals(micros, latency.micros(1));
        assertEquals(1, latency.timed());
    }

    @Test
    void tellsHalfFromAlmostAll() {
        Latency latency = new Latency();
        for (int i = 0; i < 1000; i++) {
            latency.took(i < 989 ? 3000 : 3_000_000);
        }
        assertEquals(4, latency.micros(0.5));
        assertEquals(4194, latency.micros(0.99));
    }

    @Test
    void saysNothingBeforeAnythingWasTimed() {
        assertEquals(0, new Latency().micros(0.99));
    }

    @Test
    void timesOneRequestInSixtyFour() {
        Tally tally = new Tally();
        Stopwatch stopwatch = new Stopwatch(Transport.UDP);
        for (int i = 0; i < 640; i++) {
            stopwatch.stop(stopwatch.start(), tally);
        }
        assertEquals(10, tally.latency(Transport.UDP).timed());
        assertEquals(0, tally.latency(Transport.HTTP).timed());
    }
}
