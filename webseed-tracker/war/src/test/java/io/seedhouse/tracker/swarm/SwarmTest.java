package io.seedhouse.tracker.swarm;

import static io.seedhouse.tracker.swarm.InfohashVersion.V1;
import static io.seedhouse.tracker.swarm.InfohashVersion.V2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.ScrapeAnswer.Counts;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwarmTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress THERE = InetAddress.ofLiteral("2001:db8::1");
    private static final Limits LIMITS = new Limits(300, 400, 3, 5);

    private long now = 1_000_000;
    private boolean exempt = true;
    private int wanted = 50;
    private final Swarms swarms = new Swarms(LIMITS, new Intervals());
    private final Swarm swarm = swarms.begin(0);
    private final Announce announce = new Announce();

    @Test
    void tellsAPeerOfTheOthersAndNotOfItself() {
        assertEquals(List.of(), leech(V1, 1));
        assertEquals(List.of(1), leech(V1, 2));
        assertEquals(List.of(2), leech(V1, 1));
    }

    @Test
    void countsAHybridsPeerOnceThoughItAnnouncesBothInfohashes() {
        seed(V1, 1);
        seed(V2, 1);
        leech(V1, 2);
        assertEquals(new Counts(1, 1, 0, 1), swarm.counts());
    }

    @Test
    void answersEachInfohashWithPeersThatAnnouncedTheSame() {
        seed(V1, 1);
        seed(V2, 2);
        assertEquals(List.of(1), leech(V1, 3));
        assertEquals(List.of(2), leech(V2, 3));
    }

    @Test
    void countsTheSamePortAtTwoAddressesAsTwoPeers() {
        seed(V1, 1);
        from(THERE, V1, 1, AnnounceEvent.PERIODIC, 0, false);
        assertEquals(2, swarm.counts().seeders());
    }

    @Test
    void tellsOfBothFamiliesWhereTheAnswerHasRoomForBoth() {
        for (int port = 1; port <= 10; port++) {
            leech(V1, port);
            from(THERE, V1, port, AnnounceEvent.PERIODIC, 5, false);
        }
        wanted = 8;
        from(HERE, V1, 99, AnnounceEvent.PERIODIC, 5, true);
        assertEquals(6, announce.count(Family.V4));
        assertEquals(2, announce.count(Family.V6));
        from(HERE, V1, 99, AnnounceEvent.PERIODIC, 5, false);
        assertEquals(8, announce.count(Family.V4));
        assertEquals(0, announce.count(Family.V6));
        wanted = 50;
        from(THERE, V1, 99, AnnounceEvent.PERIODIC, 5, true);
        assertEquals(10, announce.count(Family.V6));
        assertEquals(11, announce.count(Family.V4));
    }

    @Test
    void keepsNoRoomForPeersThatTheAskerIsNotToldOf() {
        for (int port = 1; port <= 60; port++) {
            leech(V1, port);
            from(THERE, V1, port, AnnounceEvent.PERIODIC, 0, false);
        }
        from(HERE, V1, 99, AnnounceEvent.PERIODIC, 0, true);
        assertEquals(50, announce.count(Family.V4));
        assertEquals(0, announce.count(Family.V6));
    }

    @Test
    void forgetsAPeerThatStopsBothInfohashes() {
        seed(V1, 1);
        seed(V2, 1);
        say(V1, 1, AnnounceEvent.STOPPED, 0);
        assertEquals(1, swarm.counts().seeders());
        assertEquals(List.of(), leech(V1, 2));
        say(V2, 1, AnnounceEvent.STOPPED, 0);
        assertEquals(new Counts(0, 1, 0, 1), swarm.counts());
        assertEquals(1, swarms.peers());
    }

    @Test
    void ignoresAStopByAStranger() {
        say(V1, 1, AnnounceEvent.STOPPED, 0);
        assertEquals(new Counts(0, 0, 0, 0), swarm.counts());
    }

    @Test
    void makesALeecherASeederWhenNothingIsLeft() {
        leech(V1, 1);
        seed(V1, 1);
        assertEquals(new Counts(1, 0, 0, 0), swarm.counts());
        leech(V1, 1);
        assertEquals(new Counts(0, 1, 0, 1), swarm.counts());
    }

    @Test
    void countsPartialSeedsAmongTheLeechersAndApart() {
        leech(V1, 1);
        say(V1, 2, AnnounceEvent.PAUSED, 7);
        assertEquals(new Counts(0, 2, 0, 1), swarm.counts());
        say(V1, 2, AnnounceEvent.PERIODIC, 7);
        assertEquals(new Counts(0, 2, 0, 2), swarm.counts());
    }

    @Test
    void handsSeedsToLeechersAlone() {
        seed(V1, 1);
        say(V1, 2, AnnounceEvent.PAUSED, 7);
        leech(V1, 3);
        assertEquals(List.of(3), seed(V1, 4));
        assertEquals(List.of(3), say(V1, 5, AnnounceEvent.PAUSED, 7));
        assertEquals(List.of(1, 2, 4, 5), leech(V1, 3));
    }

    @Test
    void countsACompletedDownloadOnceForEachPeer() {
        say(V1, 1, AnnounceEvent.COMPLETED, 0);
        say(V2, 1, AnnounceEvent.COMPLETED, 0);
        say(V1, 1, AnnounceEvent.COMPLETED, 0);
        say(V1, 2, AnnounceEvent.COMPLETED, 5);
        say(V1, 3, AnnounceEvent.COMPLETED, 0);
        assertEquals(2, swarm.counts().completed());
    }

    @Test
    void countsACompletedDownloadOnceThoughThePeerLeavesAndComesBack() {
        for (int i = 0; i < 50; i++) {
            say(V1, 1, AnnounceEvent.COMPLETED, 0);
            say(V1, 1, AnnounceEvent.STOPPED, 0);
        }
        assertEquals(new Counts(0, 0, 1, 0), swarm.counts());
        assertEquals(List.of(), leech(V1, 2));
        assertEquals(List.of(), leech(V2, 3));
        assertEquals(List.of(2), seed(V1, 1));
        assertEquals(new Counts(1, 2, 1, 2), swarm.counts());
    }

    @Test
    void forgetsWhoLeftAfterAWhile() {
        say(V1, 1, AnnounceEvent.COMPLETED, 0);
        say(V1, 1, AnnounceEvent.STOPPED, 0);
        now += 1000;
        expire();
        assertEquals(1, swarms.peers());
        now += 4500;
        expire();
        assertEquals(0, swarms.peers());
    }

    @Test
    void goesOnCountingFromWhatWasCompletedBefore() {
        Swarm later = swarms.begin(41);
        ask(HERE, V1, 1, AnnounceEvent.COMPLETED, 0, false);
        later.announce(announce);
        assertEquals(42, later.counts().completed());
    }

    @Test
    void forgetsAPeerThatFellSilent() {
        seed(V1, 1);
        now += 3000;
        leech(V1, 2);
        now += 1800;
        expire();
        assertEquals(new Counts(0, 1, 0, 1), swarm.counts());
        assertEquals(List.of(2), leech(V1, 3));
        assertEquals(2, swarms.peers());
    }

    @Test
    void keepsAPeerThatCameWhileTheSweepWasUnderWay() {
        now = 60;
        seed(V1, 1);
        now = 59;
        expire();
        assertEquals(1, swarm.seeders());
    }

    @Test
    void findsEveryInfohashThatLapsedInOneSweep() {
        Swarm large = new Swarms(Limits.USUAL, new Intervals()).begin(0);
        for (InfohashVersion version : InfohashVersion.BOTH) {
            for (int port = 1; port <= 2000; port++) {
                ask(HERE, version, port, AnnounceEvent.PERIODIC, port % 2, false);
                large.announce(announce);
            }
        }
        now += 3000;
        for (int port = 1; port <= 2000; port++) {
            ask(HERE, V1, port, AnnounceEvent.PERIODIC, port % 2, false);
            large.announce(announce);
        }
        now += 3000;
        for (int below = Integer.MAX_VALUE; below > 0; ) {
            below = large.expire(Family.V4, below, now);
        }
        ask(THERE, V2, 9, AnnounceEvent.PERIODIC, 5, true);
        large.announce(announce);
        assertEquals(0, announce.count(Family.V4));
        assertEquals(2001, large.seeders() + large.leechers());
    }

    @Test
    void keepsAPeerThatIsOnlyLate() {
        seed(V1, 1);
        now += 3600 + 225 + 900;
        expire();
        assertEquals(1, swarm.seeders());
    }

    @Test
    void keepsAHybridsPeerWhileEitherInfohashIsAnnounced() {
        seed(V1, 1);
        seed(V2, 1);
        now += 3000;
        seed(V2, 1);
        now += 3000;
        expire();
        assertEquals(1, swarm.counts().seeders());
        assertEquals(List.of(), leech(V1, 2));
        assertEquals(List.of(1), leech(V2, 2));
    }

    @Test
    void findsEverySilentPeerOfALargeSwarmInManySteps() {
        Swarm large = new Swarms(Limits.USUAL, new Intervals()).begin(0);
        for (int port = 1; port <= 3000; port++) {
            now += port == 1500 ? 3000 : 0;
            ask(HERE, port % 3 == 0 ? V2 : V1, port, AnnounceEvent.PERIODIC, port % 2, false);
            large.announce(announce);
        }
        now += 3000;
        int steps = 0;
        for (int below = Integer.MAX_VALUE; below > 0; steps++) {
            below = large.expire(Family.V4, below, now);
        }
        assertEquals(1501, large.seeders() + large.leechers());
        assertTrue(steps > 10, "announces wait for " + steps + " short steps, not for a long one");
    }

    @Test
    void tellsWhoComesBackTooSoonOfNobody() {
        exempt = false;
        leech(V1, 1);
        leech(V1, 2);
        assertEquals(Outcome.EARLY, outcome(V1, 2, AnnounceEvent.PERIODIC, 5));
        assertEquals(0, announce.count(Family.V4));
        assertEquals(60, announce.interval());
        assertEquals(2, announce.leechers());
        assertEquals(Outcome.ANSWERED, outcome(V2, 2, AnnounceEvent.PERIODIC, 5));
        now += 60;
        assertEquals(List.of(1), leech(V1, 2));
    }

    @Test
    void takesNoteOfADownloadThatCompletesSoonAfterItBegan() {
        exempt = false;
        leech(V1, 1);
        assertEquals(Outcome.ANSWERED, outcome(V1, 1, AnnounceEvent.COMPLETED, 0));
        assertEquals(new Counts(1, 0, 1, 0), swarm.counts());
    }

    @Test
    void answersWhoHasLearntThatSomethingIsLeftAtOnce() {
        exempt = false;
        leech(V1, 1);
        say(V1, 2, AnnounceEvent.STARTED, 0);
        assertEquals(Outcome.ANSWERED, outcome(V1, 2, AnnounceEvent.STARTED, 5));
        assertEquals(1, announce.count(Family.V4));
        assertEquals(Outcome.EARLY, outcome(V1, 2, AnnounceEvent.STARTED, 5));
    }

    @Test
    void takesNoEventForNewsThatChangesNothing() {
        exempt = false;
        leech(V1, 1);
        leech(V1, 2);
        assertEquals(Outcome.EARLY, outcome(V1, 2, AnnounceEvent.COMPLETED, 5));
        assertEquals(Outcome.ANSWERED, outcome(V1, 2, AnnounceEvent.COMPLETED, 0));
        assertEquals(Outcome.EARLY, outcome(V1, 2, AnnounceEvent.COMPLETED, 0));
    }

    @Test
    void tellsACrowdOfFew() {
        for (int port = 101; port <= 130; port++) {
            leech(V1, port);
        }
        exempt = false;
        for (int port = 1; port <= 3; port++) {
            outcome(V1, port, AnnounceEvent.STARTED, 5);
        }
        assertEquals(Outcome.CROWDED, outcome(V1, 4, AnnounceEvent.STARTED, 5));
        assertEquals(8, announce.count(Family.V4));
    }

    @Test
    void answersButDoesNotRememberTooManyAtOneAddress() {
        exempt = false;
        for (int port = 1; port <= 3; port++) {
            assertEquals(Outcome.ANSWERED, outcome(V1, port, AnnounceEvent.STARTED, 5));
        }
        assertEquals(Outcome.CROWDED, outcome(V1, 4, AnnounceEvent.STARTED, 5));
        assertEquals(3, announce.count(Family.V4));
        assertEquals(3, swarm.leechers());
    }

    @Test
    void letsANewcomerTakeThePlaceOfOneLongSilentWhenTheSwarmIsFull() {
        for (int port = 1; port <= 300; port++) {
            leech(V1, port);
        }
        now += 600;
        leech(V1, 999);
        assertEquals(300, swarm.leechers());
        assertEquals(1, swarms.evicted());
        wanted = 200;
        boolean told = false;
        for (int port = 1; port <= 50 && !told; port++) {
            told = leech(V1, port).contains(999); // two of three answers name it
        }
        assertTrue(told);
    }

    @Test
    void boundsThePeersOfAllSwarmsTogether() {
        Swarm other = swarms.begin(0);
        for (int port = 1; port <= 250; port++) {
            leech(V1, port);
            other.announce(announce);
        }
        assertEquals(400, swarm.leechers() + other.leechers());
        other.end();
        leech(V1, 999);
        assertEquals(new Counts(0, 0, 0, 0), other.counts());
        assertEquals(201, swarm.leechers());
        assertEquals(201, swarms.peers());
    }

    @Test
    void remembersNobodyOnceEnded() {
        swarm.end();
        assertEquals(Outcome.FULL, outcome(V1, 1, AnnounceEvent.STARTED, 5));
        assertEquals(new Counts(0, 0, 0, 0), swarm.counts());
    }

    @Test
    void countsPeersInBrowsersWithTheOthers() {
        leech(V1, 1);
        swarm.browserPeers(2, 3);
        assertEquals(new Counts(2, 4, 0, 4), swarm.counts());
    }

    @Test
    void putsOurOwnPeerIntoEveryAnswerToALeecher() {
        byte[] own = ByteBuffer.allocate(6).putInt(0x7f000001).putChar((char) 4242).array();
        swarms.tellOf(Family.V4, own);
        assertEquals(List.of(4242), leech(V1, 1));
        assertEquals(List.of(1, 4242), leech(V1, 2));
        assertEquals(List.of(1, 2), seed(V1, 3));
        assertEquals(List.of(1, 2, 4242), say(V1, 4, AnnounceEvent.STARTED, 0));
        wanted = 1;
        assertEquals(List.of(4242), leech(V1, 1));
        wanted = 0;
        assertEquals(List.of(), leech(V1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 200})
    void asksPeersOfSmallSwarmsToComeOftener(int peers) {
        for (int port = 1; port <= peers; port++) {
            leech(V1, port);
        }
        int usual = peers == 1 ? 900 : 1800;
        assertEquals(usual, announce.interval(), usual / 16.0);
    }

    private List<Integer> leech(InfohashVersion version, int port) {
        return say(version, port, AnnounceEvent.PERIODIC, 5);
    }

    private List<Integer> seed(InfohashVersion version, int port) {
        return say(version, port, AnnounceEvent.PERIODIC, 0);
    }

    private List<Integer> say(InfohashVersion version, int port, AnnounceEvent event, long left) {
        outcome(version, port, event, left);
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < announce.count(Family.V4); i++) {
            ports.add((int) ByteBuffer.wrap(announce.peers(Family.V4)).getChar(6 * i + 4));
        }
        assertEquals(ports.size(), new HashSet<>(ports).size(), "a peer was named twice");
        return ports.stream().sorted().toList();
    }

    private Outcome outcome(InfohashVersion version, int port, AnnounceEvent event, long left) {
        return from(HERE, version, port, event, left, false);
    }

    private Outcome from(
            InetAddress address,
            InfohashVersion version,
            int port,
            AnnounceEvent event,
            long left,
            boolean both) {
        ask(address, version, port, event, left, both);
        return swarm.announce(announce);
    }

    private void ask(
            InetAddress address,
            InfohashVersion version,
            int port,
            AnnounceEvent event,
            long left,
            boolean both) {
        byte[] bytes = address.getAddress();
        announce.from(bytes, 0, Family.ofLength(bytes.length), port, exempt)
                .says(version, event, left, wanted)
                .at(now, both);
    }

    private void expire() {
        for (Family family : Family.values()) {
            swarm.expire(family, Integer.MAX_VALUE, now);
        }
    }
}
