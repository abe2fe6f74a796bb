package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();
    private long minute;

    private boolean stalledAfter(int minutes, Crowd crowd) {
        boolean stalled = false;
        for (int i = 0; i < minutes; i++) {
            stalled = progress.isStalled(crowd, TimeUnit.MINUTES.toNanos(minute++));
        }
        return stalled;
    }

    @Test
    void standsStillWhenNobodyFinishesForAQuarterOfAnHour() {
        assertFalse(stalledAfter(15, new Crowd(9, 3, 7)));
        assertTrue(stalledAfter(1, new Crowd(9, 3, 7)));
    }

    @Test
    void movesWhenSomebodyFinishes() {
        stalledAfter(14, new Crowd(9, 3, 7));
        assertFalse(stalledAfter(15, new Crowd(9, 3, 8)));
        assertTrue(stalledAfter(1, new Crowd(9, 3, 8)));
    }

    @Test
    void doesNotStandStillWhenNobodyFetches() {
        assertFalse(stalledAfter(100, new Crowd(9, 0, 7)));
        assertFalse(stalledAfter(14, new Crowd(9, 1, 7)));
    }

    @Test
    void staysSoForAnHourBecauseWeHelpedWhoeverFinishedThen() {
        stalledAfter(16, new Crowd(9, 3, 7));
        for (int i = 0; i < 59; i++) {
            assertTrue(stalledAfter(1, new Crowd(9, 3, 8 + i)), "minute " + i);
        }
        assertFalse(stalledAfter(1, new Crowd(9, 3, 99)));
    }

    @Test
    void knowsNothingOfTimesWhenItDidNotLook() {
        stalledAfter(2, new Crowd(9, 3, 7));
        minute += 60;
        assertFalse(stalledAfter(15, new Crowd(9, 3, 7)));
    }
}
