package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final Allowance allowance = new Allowance(1_000, 50_000);

    @Test
    void letsASecondsWorthGoAtOnceAndThenAsMuchAsFlowsIn() {
        assertTrue(allowance.take(600, 50_000));
        assertTrue(allowance.take(600, 50_000));
        assertFalse(allowance.take(1, 50_000));
        assertFalse(allowance.take(1, 50_200));
        assertTrue(allowance.take(1, 50_201));
    }

    @Test
    void makesTheNextWaitUntilALargeAnswerIsPaidFor() {
        assertTrue(allowance.take(16_384, 50_000));
        assertFalse(allowance.take(1, 65_000));
        assertTrue(allowance.take(1, 65_400));
    }

    @Test
    void savesNothingUpOverALongSilence() {
        assertTrue(allowance.take(1_000, 9_000_000));
        assertFalse(allowance.take(1, 9_000_000));
    }
}
