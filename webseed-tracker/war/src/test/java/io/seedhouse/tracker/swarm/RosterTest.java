package io.seedhouse.tracker.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterTest {
    private static final Limits LIMITS = new Limits(1000, 1000, 3, 5);
    private final SplittableRandom random = new SplittableRandom(7);
    private final Draw draw = new Draw(13);

    @ParameterizedTest
    @EnumSource
    void agreesWithAPlainMapThroughManyChanges(Family family) {
        Roster roster = new Roster(family, 42);
        Map<ByteBuffer, Integer> model = new HashMap<>();
        for (int step = 0; step < 40_000; step++) {
            int crowd = step < 20_000 ? 3000 : 300; // grows, then shrinks
            byte[] wire = peer(family, random.nextInt(3000));
            boolean exempt = wire[1] % 2 == 0;
            change(roster, model, wire, exempt, random.nextInt(3000) < crowd);
            if (step % 500 == 0) {
                assertSame(roster, model, family);
            }
        }
        assertSame(roster, model, family);
        assertTrue(roster.size() > 50, "the test must hold peers: " + roster.size());
    }

    private void change(
            Roster roster,
            Map<ByteBuffer, Integer> model,
            byte[] wire,
            boolean exempt,
            boolean in) {
        int place = roster.find(wire, exempt);
        assertEquals(model.containsKey(ByteBuffer.wrap(wire)), place != Roster.NOBODY);
        int state = state(exempt);
        if (!in) {
            if (place != Roster.NOBODY) {
                roster.remove(place);
                model.remove(ByteBuffer.wrap(wire));
            }
        } else if (place == Roster.NOBODY) {
            assertEquals(state, roster.state(roster.add(wire, state, 9, draw)));
            model.put(ByteBuffer.wrap(wire), state);
        } else {
            assertEquals(state, roster.state(roster.become(place, state)));
            model.put(ByteBuffer.wrap(wire), state);
        }
    }

    private int state(boolean exempt) {
        InfohashVersion version = InfohashVersion.BOTH.get(random.nextInt(2));
        int state = State.of(Role.values()[random.nextInt(3)], version, exempt);
        return random.nextBoolean() ? State.with(state, InfohashVersion.V1) : state;
    }

    private static void assertSame(Roster roster, Map<ByteBuffer, Integer> model, Family family) {
        assertEquals(model.size(), roster.size());
        int[] groups = new int[State.GROUPS];
        model.forEach((wire, state) -> {
            int place = roster.find(wire.array(), State.isExempt(state));
            int group = State.group(state);
            groups[group]++;
            assertEquals(state, roster.state(place));
            assertTrue(place >= roster.start(group) && place < roster.end(group));
            byte[] copy = new byte[family.wireBytes()];
            roster.copy(place, copy, 0);
            assertEquals(wire, ByteBuffer.wrap(copy));
        });
        for (int group = 0; group < State.GROUPS; group++) {
            assertEquals(groups[group], roster.end(group) - roster.start(group));
        }
    }

    @Test
    void remembersWhenEachInfohashWasAnnounced() {
        Roster roster = new Roster(Family.V4, 1);
        int place = roster.add(peer(Family.V4, 1), both(), 250, draw);
        roster.touch(place, InfohashVersion.V2, 260);
        assertEquals(250, roster.tick(place, InfohashVersion.V1));
        assertEquals(4, roster.tick(place, InfohashVersion.V2));
        assertEquals(2, roster.silence(place, 262));
    }

    @Test
    void keepsThePlacesOfTimesThroughManyMoves() {
        Roster roster = new Roster(Family.V4, 1);
        for (int i = 0; i < 500; i++) {
            int state = State.of(Role.values()[i % 3], InfohashVersion.V1, false);
            roster.add(peer(Family.V4, i), state, i % 200, draw);
        }
        for (int i = 0; i < 500; i += 2) {
            int place = roster.find(peer(Family.V4, i), false);
            if (i % 4 == 0) {
                roster.remove(place);
            } else {
                roster.become(place, both());
            }
        }
        for (int i = 0; i < 500; i++) {
            int place = roster.find(peer(Family.V4, i), false);
            assertEquals(i % 4 == 0, place == Roster.NOBODY);
            assertTrue(place == Roster.NOBODY || roster.tick(place, InfohashVersion.V1) == i % 200);
        }
    }

    @Test
    void findsTheStalestOfSome() {
        Roster roster = new Roster(Family.V4, 1);
        for (int i = 0; i < 100; i++) {
            roster.add(peer(Family.V4, i), both(), 100 - i, draw);
        }
        int sum = 0;
        for (int i = 0; i < 200; i++) {
            sum += roster.silence(roster.stalest(100, draw), 100);
        }
        assertEquals(88, sum / 200, 5, "the longest of eight draws; one draw would give 50");
    }

    @Test
    void saysWhenAnAddressOrItsNetworkIsCrowded() {
        Roster roster = new Roster(Family.V4, 1);
        for (int port = 1; port <= 3; port++) {
            assertFalse(roster.crowded(wire(1, port), LIMITS));
            roster.add(wire(1, port), both(), 0, draw);
        }
        assertTrue(roster.crowded(wire(1, 9), LIMITS), "three at one address");
        assertFalse(roster.crowded(wire(2, 1), LIMITS));
        roster.add(wire(2, 1), both(), 0, draw);
        roster.add(wire(3, 1), both(), 0, draw);
        assertTrue(roster.crowded(wire(4, 1), LIMITS), "five in one /24");
        assertFalse(roster.crowded(wire(256, 1), LIMITS), "the next /24");
        roster.remove(roster.find(wire(1, 2), false));
        assertFalse(roster.crowded(wire(1, 9), LIMITS), "one left");
    }

    @Test
    void takesAHouseholdOfIpv6ForOneNetwork() {
        Roster roster = new Roster(Family.V6, 1);
        for (int i = 0; i < 5; i++) {
            byte[] wire = new byte[18];
            wire[6] = 1;
            wire[7] = (byte) i;
            wire[15] = (byte) i;
            assertFalse(roster.crowded(wire, LIMITS));
            roster.add(wire, both(), 0, draw);
        }
        byte[] sixth = new byte[18];
        sixth[6] = 1;
        assertTrue(roster.crowded(sixth, LIMITS));
        sixth[6] = 2;
        assertFalse(roster.crowded(sixth, LIMITS));
    }

    @Test
    void keepsItsPeersWhenTwoBytesNumberThemNoLonger() {
        Roster roster = new Roster(Family.V4, 5);
        List<byte[]> peers = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            byte[] wire = ByteBuffer.allocate(6).putInt(i * 300).putChar((char) 1).array();
            peers.add(wire);
            roster.add(wire, both(), 0, draw);
        }
        peers.forEach(wire -> assertNotEquals(Roster.NOBODY, roster.find(wire, false)));
    }

    private static int both() {
        return State.with(State.of(Role.LEECHER, InfohashVersion.V1, false), InfohashVersion.V2);
    }

    private static byte[] wire(int address, int port) {
        return ByteBuffer.allocate(6).putInt(address).putChar((char) port).array();
    }

    /** Many share a network, some an address. */
    private static byte[] peer(Family family, int number) {
        ByteBuffer wire = ByteBuffer.allocate(family.wireBytes());
        wire.put(1, (byte) (number >> 6)).putChar(family.addressBytes(), (char) number);
        wire.put(family.addressBytes() - 1, (byte) (number / 3));
        return wire.array();
    }
}
