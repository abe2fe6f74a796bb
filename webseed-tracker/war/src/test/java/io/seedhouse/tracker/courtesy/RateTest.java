package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long LATE = 1000 * SECOND;
    private static final long FOREVER = Long.MAX_VALUE;

    @Test
    void letsASecondsWorthGoAtOnceAndThenAsMuchAsItSays() {
        Rate rate = new Rate(1000);
        assertEquals(LATE, rate.book(1000, LATE, FOREVER));
        assertEquals(LATE, rate.book(1, LATE, FOREVER));
        long next = LATE;
        for (int i = 0; i < 100; i++) {
            next = rate.book(500, LATE, FOREVER);
        }
        assertEquals(LATE + 99 * SECOND / 2 + SECOND / 1000, next);
    }

    @Test
    void savesNoMoreThanASecondsWorthWhileIdle() {
        Rate rate = new Rate(1000);
        rate.book(1000, LATE, FOREVER);
        long later = 10 * LATE;
        assertEquals(later, rate.book(1000, later, FOREVER));
        assertEquals(later, rate.book(1000, later, FOREVER));
        assertEquals(later + SECOND, rate.book(1000, later, FOREVER));
    }

    @Test
    void chargesNobodyWhoGoesBecauseTheyWouldWaitTooLong() {
        Rate rate = new Rate(1000);
        rate.book(12_000, LATE, FOREVER);
        assertEquals(LATE + 10 * SECOND, rate.book(5000, LATE, 10 * SECOND));
        assertEquals(LATE + 10 * SECOND, rate.book(5000, LATE, 10 * SECOND));
        assertEquals(LATE + 11 * SECOND, rate.book(1, LATE, FOREVER));
    }

    @Test
    void withoutALimitNeverWaits() {
        Rate rate = new Rate(Rate.NONE);
        assertEquals(LATE, rate.book(1L << 50, LATE, FOREVER));
        assertEquals(LATE, rate.book(1L << 50, LATE, FOREVER));
    }

    @ParameterizedTest
    @CsvSource({
        "'',0",
        "off,0",
        "OFF,0",
        "40M,41943040",
        "16k,16384",
        "2G,2147483648",
        "99999,99999"
    })
    void isReadFromASetting(String text, long bytesPerSecond) {
        assertEquals(bytesPerSecond, Rates.parse(text, "seedhouse.seed-rate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "-1", "1.5M", "10MB", "M", "99999999999999999999"})
    void isNotAnyText(String text) {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Rates.parse(text, "seedhouse.seed-rate"));
        assertEquals(
                "seedhouse.seed-rate must be bytes per second such as 40M, or off, not: " + text,
                refused.getMessage());
    }

    @Test
    void isNotSoSmallThatClientsWouldHangUp() {
        assertThrows(IllegalArgumentException.class, () -> new Rates(0, 0, 1000));
    }
}
