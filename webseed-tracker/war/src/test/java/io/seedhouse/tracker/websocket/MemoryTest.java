package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.statistics.Transport;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What becomes of browsers when there is room for six peers and offers of all together. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class MemoryTest extends WebSocketTest {
    private static final int ROOM = 6;

    @Override
    Bounds bounds() {
        return new Bounds(100, 100, 1 << 20, ROOM);
    }

    @Test
    void refusesPeersBeyondWhatIsRememberedUntilOthersAreGone() {
        for (int i = 1; i < ROOM; i++) {
            leecher("browser" + i);
        }
        Browser last = leecher("last");
        Browser late = browser("late");
        JsonObject refusal = late.ask(late.announce(V1, 7));
        assertTrue(refusal.getString("failure reason").contains("no room"), refusal.toString());
        assertEquals(1, tally.refusals(Transport.WEBSOCKET));
        last.close();
        while (door.remembered() == ROOM) {
            Thread.onSpinWait();
        }
        assertEquals(ROOM, late.ask(late.announce(V1, 7)).getInt("incomplete"));
    }

    @Test
    void carriesOnlyOffersWhoseAnswersItCanPlace() {
        Browser first = leecher("browser");
        for (int i = 2; i < ROOM; i++) {
            leecher("browser" + i);
        }
        Browser last = browser("last");
        assertEquals(ROOM, last.ask(last.offering(V1, 7, "1", "2", "3")).getInt("incomplete"));
        first.hasHeardNothing(V1);
        assertEquals(ROOM, door.remembered());
    }

    @Test
    void remembersNothingOfThoseWhoAreGone() {
        Browser one = leecher("one");
        Browser other = browser("other");
        other.ask(other.offering(V1, 7, "1"));
        one.next();
        assertEquals(3, door.remembered());
        one.close();
        other.close();
        while (door.remembered() > 0) {
            Thread.onSpinWait();
        }
        assertFalse(door.remembered() < 0);
    }

    @Test
    void forgetsOffersThatNobodyAnswers() {
        Browser one = leecher("one");
        Browser other = browser("other");
        other.ask(other.offering(V1, 7, "1"));
        one.next();
        millis.addAndGet(Peer.OFFER_MILLIS);
        door.round();
        assertEquals(2, door.remembered());
    }
}
