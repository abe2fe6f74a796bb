package io.seedhouse.tracker.swarm;

import static io.seedhouse.tracker.swarm.InfohashVersion.V1;
import static io.seedhouse.tracker.swarm.InfohashVersion.V2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    private final Draw draw = new Draw(11);
    private final Sample sample = new Sample(draw);
    private final Roster roster = new Roster(Family.V4, 3);

    /**
     * Pearson's test; a fair draw fails it once in a hundred thousand seeds, and the seed is fixed.
     */
    @ParameterizedTest
    @CsvSource({"60, 50", "100, 50", "1000, 50", "1000, 7", "333, 200", "51, 50"})
    void drawsEveryPeerEquallyOften(int peers, int wanted) {
        fill(peers, i -> true);
        int asker = roster.find(wire(peers / 2), false);
        int[] drawn = new int[peers];
        int rounds = 40_000;
        for (int i = 0; i < rounds; i++) {
            draw(V1, false, asker, wanted).forEach(port -> drawn[port]++);
        }
        double expected = (double) rounds * wanted / (peers - 1);
        double chi = 0;
        for (int peer = 0; peer < peers; peer++) {
            double off = drawn[peer] - expected;
            chi += peer == peers / 2 ? 0 : off * off / expected;
        }
        assertEquals(0, drawn[peers / 2], "the asker itself");
        int freedom = peers - 2;
        assertTrue(
                chi < freedom + 4.3 * Math.sqrt(2.0 * freedom) + 12,
                "chi squared of " + chi + " at " + freedom + " degrees of freedom");
    }

    @ParameterizedTest
    @CsvSource({"300, 50", "52, 50", "51, 50", "50, 50", "3, 50", "1, 50", "201, 200"})
    void namesNobodyTwiceAndAsManyAsThereAre(int peers, int wanted) {
        fill(peers, i -> true);
        for (int i = 0; i < 200; i++) {
            List<Integer> drawn = draw(V1, false, roster.find(wire(0), false), wanted);
            assertEquals(Math.min(peers - 1, wanted), drawn.size());
            assertEquals(drawn.size(), new HashSet<>(drawn).size());
            assertFalse(drawn.contains(0));
        }
    }

    @Test
    void tellsWhoHasEverythingOnlyOfLeechers() {
        add(1, Role.LEECHER, V1, false);
        add(2, Role.SEEDER, V1, false);
        add(3, Role.PARTIAL, V1, false);
        add(4, Role.LEECHER, V1, true);
        add(5, Role.SEEDER, V1, true);
        add(6, Role.LEECHER, V2, false);
        assertEquals(List.of(1, 4), sorted(draw(V1, true, Roster.NOBODY, 50)));
        assertEquals(List.of(4, 6), sorted(draw(V2, true, Roster.NOBODY, 50)));
        assertEquals(List.of(4), sorted(draw(V2, true, roster.find(wire(6), false), 50)));
        assertEquals(List.of(1), sorted(draw(V1, true, roster.find(wire(4), false), 50)));
        assertEquals(List.of(1, 2, 3, 4, 5), sorted(draw(V1, false, Roster.NOBODY, 50)));
        assertEquals(List.of(4, 5, 6), sorted(draw(V2, false, Roster.NOBODY, 50)));
    }

    @Test
    void givesOneCrowdedNetworkLessThanItsShare() {
        for (int i = 0; i < 50; i++) {
            roster.add(wire(0x0a000000, i), State.of(Role.LEECHER, V1, false), 0, draw);
        }
        fill(51, i -> i > 0);
        int crowded = 0;
        for (int i = 0; i < 1000; i++) {
            sample.write(roster, V1, false, Roster.NOBODY, 25, out, 0, 6);
            for (int at = 0; at < 25 * 6; at += 6) {
                crowded += out[at] == 10 ? 1 : 0;
            }
        }
        assertTrue(crowded < 9_000, crowded + " of 25,000 came from the network of half the peers");
    }

    private final byte[] out = new byte[200 * 6];

    private List<Integer> draw(InfohashVersion version, boolean complete, int asker, int wanted) {
        int count = sample.write(roster, version, complete, asker, wanted, out, 0, 6);
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add((int) ByteBuffer.wrap(out).getChar(i * 6 + 4));
        }
        return ports;
    }

    private static List<Integer> sorted(List<Integer> ports) {
        return ports.stream().sorted().toList();
    }

    private void fill(int peers, IntPredicate which) {
        for (int i = 0; i < peers; i++) {
            if (which.test(i)) {
                add(i, Role.LEECHER, V1, false);
            }
        }
    }

    private void add(int number, Role role, InfohashVersion version, boolean both) {
        int state = State.of(role, version, false);
        roster.add(wire(number), both ? State.with(state, V2) : state, 0, draw);
    }

    /** Each in a network of its own. */
    private static byte[] wire(int number) {
        return wire(0x50000000 + (number << 8), number);
    }

    private static byte[] wire(int address, int port) {
        return ByteBuffer.allocate(6).putInt(address).putChar((char) port).array();
    }
}
