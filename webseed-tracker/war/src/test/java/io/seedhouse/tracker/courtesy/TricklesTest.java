package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TricklesTest {
    private static final UUID FILM = UUID.randomUUID();
    private static final long NOW = TimeUnit.HOURS.toNanos(1);

    private final Trickles trickles = new Trickles(100);

    private Trickle used(long household, long now) {
        Trickle trickle = trickles.of(household, FILM, now);
        trickle.add(CourtesyPolicy.SMALL, now);
        return trickle;
    }

    @Test
    void areOneForEachHouseholdAndBundle() {
        Trickle mine = used(1, NOW);
        assertSame(mine, trickles.of(1, FILM, NOW));
        assertNotSame(mine, trickles.of(2, FILM, NOW));
        assertNotSame(mine, trickles.of(1, UUID.randomUUID(), NOW));
    }

    @Test
    void areBoundedAndTheOnesUsedLastAreKept() {
        Trickle mine = used(-1, NOW);
        for (int i = 0; i < 1000; i++) {
            used(i, NOW);
            assertSame(mine, trickles.of(-1, FILM, NOW));
        }
        assertEquals(100, trickles.size());
    }

    @Test
    void areForgottenOnceTheyCountForNothing() {
        for (int i = 0; i < 50; i++) {
            used(i, NOW);
        }
        used(99, NOW + TimeUnit.MINUTES.toNanos(11));
        assertEquals(1, trickles.size());
    }
}
