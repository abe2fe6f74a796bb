package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final AtomicLong together = new AtomicLong();

    @Test
    void boundsWhatOneHolds() {
        Backlog one = new Backlog(together, Long.MAX_VALUE);
        assertTrue(one.hold(Backlog.MOST));
        assertFalse(one.hold(1));
        one.release(2);
        assertTrue(one.hold(1));
    }

    @Test
    void leavesThoseAloneWhoHoldLittleWhenAllHoldTooMuch() {
        Backlog greedy = new Backlog(together, Backlog.MOST);
        Backlog modest = new Backlog(together, Backlog.MOST);
        assertTrue(greedy.hold(Backlog.MOST));
        assertTrue(modest.hold(Backlog.LITTLE));
        assertFalse(modest.hold(1));
    }

    @Test
    void holdsNothingOnceTheConnectionIsGone() {
        Backlog gone = new Backlog(together, Long.MAX_VALUE);
        gone.hold(100);
        gone.end();
        gone.release(100);
        gone.hold(7);
        assertEquals(0, together.get());
    }
}
