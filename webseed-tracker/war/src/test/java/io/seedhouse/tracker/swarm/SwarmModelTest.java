package io.seedhouse.tracker.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.wire.AnnounceEvent;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Swarms that share bounds do, announce by announce, what {@link PlainSwarm} does. */
class SwarmModelTest {
    private static final int STEPS = 20_000;

    /** Who is silent for long is looked for often enough that eight bits of time suffice. */
    private static final int STEPS_BETWEEN_SWEEPS = 40;

    /** How the addresses begin that limits spare. */
    private static final byte SPARED = 10;

    private static final AnnounceEvent[] EVENTS = AnnounceEvent.values();

    private final Announce announce = new Announce();
    private final Set<Outcome> seen = new HashSet<>();
    private SplittableRandom random = new SplittableRandom(0);
    private Limits limits = Limits.USUAL;
    private Swarms swarms = new Swarms(limits, new Intervals());
    private List<Pair> pairs = List.of();
    private long now;

    /** A swarm and what it should be. */
    private record Pair(Swarm swarm, PlainSwarm plain) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void doesWhatPlainObjectsDo(long seed) {
        begin(seed, new Limits(40, 60, 3, 5));
        for (int i = 1; i <= STEPS; i++) {
            now += random.nextInt(4) == 0 ? random.nextInt(90) : 0;
            announce(pairs.get(Math.max(0, random.nextInt(6) - 3)));
            if (i == STEPS / 2) {
                end(pairs.getLast());
            }
            if (i % STEPS_BETWEEN_SWEEPS == 0) {
                now += random.nextInt(8) == 0 ? random.nextInt(1500) : 0;
                pairs.forEach(this::expire);
            }
        }
        assertEquals(Set.of(Outcome.values()), seen, "every outcome occurred");
        assertTrue(swarms.evicted() > 100, swarms.evicted() + " evictions");
    }

    @Test
    void doesSoInALargeSwarmUntilTheLastPeerFallsSilent() {
        begin(7, new Limits(10_000, 20_000, 16, 64));
        for (int i = 0; i < 4000; i++) {
            announce(pairs.getFirst());
        }
        assertTrue(swarms.peers() > 1000, swarms.peers() + " peers");
        now += 6000;
        pairs.forEach(this::expire);
        assertEquals(0, swarms.peers());
    }

    private void begin(long seed, Limits within) {
        random = new SplittableRandom(seed);
        limits = within;
        swarms = new Swarms(limits, new Intervals());
        pairs =
                Stream.generate(() -> new Pair(swarms.begin(0), new PlainSwarm(limits)))
                        .limit(3)
                        .toList();
        now = random.nextInt(1_000_000);
    }

    private void announce(Pair pair) {
        AnnounceEvent event = EVENTS[random.nextInt(EVENTS.length)];
        InfohashVersion version = InfohashVersion.BOTH.get(random.nextInt(2));
        int wanted = random.nextInt(4) == 0 ? 200 : random.nextInt(12);
        announce.says(version, event, random.nextInt(2), wanted).at(now, random.nextBoolean());
        announce(pair, somebody());
    }

    private void announce(Pair pair, PlainPeer peer) {
        int elsewhere = swarms.peers() - pair.plain.peers.size();
        Outcome expected = pair.plain.expect(peer, announce, elsewhere);
        boolean evicts = pair.plain.evicts(peer, expected, elsewhere);
        long evicted = swarms.evicted();
        Outcome outcome = pair.swarm.announce(announce);
        seen.add(outcome);
        assertEquals(expected, outcome);
        assertEquals(evicts ? 1 : 0, swarms.evicted() - evicted, "evictions");
        pair.plain.note(peer, announce, outcome);
        if (evicts) {
            learnWhoWent(pair, peer);
        }
        checkAnswer(pair.plain, peer, outcome);
        checkCounts();
    }

    /** Chance decides that, and the swarm does not tell. */
    private static void learnWhoWent(Pair pair, PlainPeer newcomer) {
        List<PlainPeer> gone =
                pair.plain.peers.keySet().stream().filter(p -> !holds(pair.swarm, p)).toList();
        assertEquals(1, gone.size(), "one made room");
        assertEquals(newcomer.family(), gone.getFirst().family());
        gone.forEach(pair.plain.peers::remove);
    }

    private static boolean holds(Swarm swarm, PlainPeer peer) {
        try {
            Field field = Swarm.class.getDeclaredField(peer.family() == Family.V4 ? "v4" : "v6");
            field.setAccessible(true);
            Roster roster = (Roster) field.get(swarm);
            byte[] wire = HexFormat.of().parseHex(peer.wire());
            return roster.find(wire, wire[0] == SPARED) != Roster.NOBODY;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void checkAnswer(PlainSwarm plain, PlainPeer asker, Outcome outcome) {
        Family other = asker.family() == Family.V4 ? Family.V6 : Family.V4;
        if (outcome == Outcome.EARLY || outcome == Outcome.STOPPED) {
            assertEquals(0, announce.count(Family.V4) + announce.count(Family.V6));
            return;
        }
        int reserved =
                announce.bothFamilies
                        ? Math.min(announce.wanted / 4, plain.visible(announce, asker, other))
                        : 0;
        int own = checkTold(plain, asker, asker.family(), announce.wanted - reserved);
        checkTold(plain, asker, other, announce.bothFamilies ? announce.wanted - own : 0);
    }

    private int checkTold(PlainSwarm plain, PlainPeer asker, Family family, int wanted) {
        List<PlainPeer> told = told(family);
        assertEquals(told.size(), new HashSet<>(told).size(), "a peer was named twice");
        assertTrue(told.stream().allMatch(peer -> plain.maySee(announce, peer)));
        assertTrue(!told.contains(asker), "a peer was told of itself");
        assertEquals(Math.min(wanted, plain.visible(announce, asker, family)), told.size());
        return told.size();
    }

    private List<PlainPeer> told(Family family) {
        return IntStream.range(0, announce.count(family))
                .mapToObj(i -> PlainPeer.of(family, announce.peers(family), i * family.wireBytes()))
                .toList();
    }

    private void checkCounts() {
        int population = 0;
        for (Pair pair : pairs) {
            assertEquals(pair.plain.counts(), pair.swarm.counts());
            population += pair.plain.peers.size();
            assertTrue(pair.plain.size(Family.V4) <= limits.peersPerSwarm());
            assertTrue(pair.plain.size(Family.V6) <= limits.peersPerSwarm());
        }
        assertEquals(population, swarms.peers());
        assertTrue(population <= limits.peers());
    }

    private void end(Pair pair) {
        pair.swarm.end();
        pair.plain.end();
        checkCounts();
    }

    private void expire(Pair pair) {
        for (Family family : Family.values()) {
            int below = Integer.MAX_VALUE;
            while (below > 0) {
                below = pair.swarm.expire(family, below, now);
            }
        }
        pair.plain.expire(Announce.tick(now));
        checkCounts();
    }

    /** A third of the networks is spared by limits. */
    private PlainPeer somebody() {
        Family family = random.nextInt(3) == 0 ? Family.V6 : Family.V4;
        boolean exempt = random.nextInt(3) == 0;
        byte[] address = new byte[16];
        address[0] = exempt ? SPARED : 20;
        address[family == Family.V4 ? 2 : 6] = (byte) random.nextInt(6);
        address[family.addressBytes() - 1] = (byte) random.nextInt(limits.peers() > 100 ? 250 : 4);
        announce.from(address, 0, family, 1 + random.nextInt(5), exempt);
        return PlainPeer.of(family, announce.wire, 0);
    }
}
