package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestBodies;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class WindowsTest {
    private static final Instant FIRST = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2027-02-01T00:00:00Z");

    private static Windows windows(String json) {
        return Replan.of(TestBodies.of(json)).change(Windows.NONE);
    }

    @Test
    void comeInOneOrderAndTheRefusalNamesBoth() {
        assertEquals(Optional.empty(), new Windows(FIRST, FIRST, SECOND, SECOND).disorder());
        assertEquals(Optional.empty(), new Windows(null, SECOND, null, SECOND).disorder());
        assertEquals(
                Optional.of(
                        "The field extras (2027-01-01T00:00:00Z) must not come before teaser"
                                + " (2027-02-01T00:00:00Z): teaser, preload, premiere and extras"
                                + " come in this order."),
                new Windows(SECOND, null, null, FIRST).disorder());
        assertTrue(new Windows(null, SECOND, FIRST, null).disorder().isPresent());
    }

    @Test
    void areOpenFromTheirMomentOn() {
        Windows windows = new Windows(FIRST, FIRST, SECOND, null);
        assertEquals(
                new Windows.Open(false, false, false, false), windows.openAt(FIRST.minusNanos(1)));
        assertEquals(new Windows.Open(true, true, false, false), windows.openAt(FIRST));
        assertEquals(new Windows.Open(true, true, true, true), windows.openAt(SECOND));
        assertFalse(new Windows(null, null, SECOND, FIRST).openAt(FIRST).extras());
    }

    @Test
    void areChangedWhereTheyAreNamedAndTakenAwayByNull() {
        Windows before = new Windows(FIRST, null, SECOND, SECOND);
        Replan wish =
                Replan.of(
                        TestBodies.of(
                                "{\"teaser\":null,\"preload\":\"2027-01-01T01:00:00+01:00\"}"));
        assertEquals(new Windows(null, FIRST, SECOND, SECOND), wish.change(before));
        assertEquals(before, Replan.of(TestBodies.of("{}")).change(before));
    }

    @Test
    void saysWhichFieldIsNoTime() {
        var fault = assertThrows(Invalid.class, () -> windows("{\"preload\":\"soon\"}"));
        assertEquals(
                "The field preload must be a time such as 2027-01-31T18:00:00Z.",
                fault.getMessage());
        fault =
                assertThrows(
                        Invalid.class, () -> windows("{\"extras\":\"+99999-01-01T00:00:00Z\"}"));
        assertEquals("The field extras must be a time between 1970 and 9999.", fault.getMessage());
    }
}
