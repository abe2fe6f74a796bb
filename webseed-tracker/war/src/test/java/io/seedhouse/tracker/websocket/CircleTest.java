package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom offers go to. */
@SuppressWarnings("NullAway") // none of these peers is ever sent anything
class CircleTest {
    private final Circle circle = new Circle();
    private final List<Peer> leechers = enter(7, false);
    private final List<Peer> seeders = enter(4, true);

    private List<Peer> enter(int count, boolean seeder) {
        List<Peer> entered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Peer peer = new Peer(null, "id" + i);
            peer.seeder = seeder;
            circle.add(peer);
            entered.add(peer);
        }
        return entered;
    }

    /** 10 others share 30,000 draws: 3,000 each, and seven standard deviations are 321. */
    @Test
    void drawsEveryOtherPeerEquallyOften() {
        Peer member = leechers.get(3);
        int[] drawn = new int[11];
        List<Peer> all = new ArrayList<>(leechers);
        all.addAll(seeders);
        for (int i = 0; i < 10_000; i++) {
            circle.draw(member, 3).forEach(peer -> drawn[all.indexOf(peer)]++);
        }
        assertEquals(0, drawn[3]);
        for (int i = 0; i < drawn.length; i++) {
            assertTrue(i == 3 || Math.abs(drawn[i] - 3_000) < 321, i + ": " + drawn[i]);
        }
    }

    @Test
    void drawsNoPeerTwiceAndNeverTheMember() {
        for (int wanted = 0; wanted < 14; wanted++) {
            List<Peer> drawn = circle.draw(leechers.getFirst(), wanted);
            assertEquals(Math.min(wanted, 10), drawn.size());
            assertEquals(drawn.size(), new HashSet<>(drawn).size());
            assertFalse(drawn.contains(leechers.getFirst()));
        }
    }

    @Test
    void drawsLeechersOnlyForASeeder() {
        assertEquals(new HashSet<>(leechers), new HashSet<>(circle.draw(seeders.getFirst(), 100)));
    }

    @Test
    void drawsNobodyWhoLeft() {
        for (Peer leaving : List.of(leechers.get(0), leechers.get(6), seeders.get(1))) {
            circle.remove(leaving);
            circle.remove(leaving);
            assertFalse(circle.draw(leechers.get(3), 100).contains(leaving));
        }
        assertEquals(7, circle.draw(leechers.get(3), 100).size());
    }
}
