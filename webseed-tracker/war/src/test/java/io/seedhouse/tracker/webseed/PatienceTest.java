package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience(60);

    @Test
    void isOverWhenNothingIsTakenForItsWholeLength() {
        assertFalse(patience.isOver(0, false, 1000));
        assertFalse(patience.isOver(0, false, 1059));
        assertTrue(patience.isOver(0, false, 1060));
    }

    @Test
    void beginsAnewWithEveryFewKibibytes() {
        for (int i = 0; i < 100; i++) {
            assertFalse(patience.isOver(i * Patience.LEAST, false, 1000 + 59 * i));
        }
    }

    @Test
    void isOverForWhoTakesAByteNowAndThen() {
        for (int i = 0; i < 60; i++) {
            assertFalse(patience.isOver(i, false, 1000 + i));
        }
        assertTrue(patience.isOver(Patience.LEAST - 1, false, 1060));
    }

    @Test
    void isNeverOverWhileTheClientWaitsForUs() {
        for (int i = 0; i < 100; i++) {
            assertFalse(patience.isOver(7, true, 1000 + 30 * i));
        }
        assertFalse(patience.isOver(7, false, 1000 + 30 * 99 + 59));
        assertTrue(patience.isOver(7, false, 1000 + 30 * 99 + 60));
    }
}
