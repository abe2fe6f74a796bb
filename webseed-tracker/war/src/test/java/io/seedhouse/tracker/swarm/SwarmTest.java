package io.seedhouse.tracker.swarm;

import static io.seedhouse.tracker.swarm.InfohashVersion.V1;
import static io.seedhouse.tracker.swarm.InfohashVersion.V2;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.wire.AnnounceAnswer;
import io.seedhouse.tracker.wire.AnnounceRequest;
import io.seedhouse.tracker.wire.ScrapeAnswer.Counts;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SwarmTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(1800),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(900),
                    300,
                    400);

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final Swarms swarms = new Swarms(() -> now, new SplittableRandom(1), LIMITS);
    private final Swarm swarm = swarms.begin(0);

    @Test
    void tellsAPeerOfTheOthersAndNotOfItself() throws Exception {
        assertEquals(List.of(), ports(announce(V1, 1, "left=5")));
        assertEquals(List.of(1), ports(announce(V1, 2, "left=5")));
        assertEquals(List.of(2), ports(announce(V1, 1, "left=5")));
    }

    @Test
    void countsAHybridsPeerOnceThoughItAnnouncesBothInfohashes() throws Exception {
        announce(V1, 1, "left=0");
        announce(V2, 1, "left=0");
        announce(V1, 2, "left=9");
        assertEquals(new Counts(1, 1, 0), swarm.counts());
    }

    @Test
    void answersEachInfohashWithPeersThatAnnouncedTheSame() throws Exception {
        announce(V1, 1, "left=0");
        announce(V2, 2, "left=0");
        assertEquals(List.of(1), ports(announce(V1, 3, "left=5")));
        assertEquals(List.of(2), ports(announce(V2, 3, "left=5")));
    }

    @Test
    void countsTheSamePortAtTwoAddressesAsTwoPeers() throws Exception {
        announce(V1, 1, "left=0");
        swarm.announce(V1, request(1, "left=0"), InetAddress.ofLiteral("2001:db8::1"));
        assertEquals(2, swarm.counts().seeders());
    }

    @Test
    void forgetsAPeerThatStopsBothInfohashes() throws Exception {
        announce(V1, 1, "left=0");
        announce(V2, 1, "left=0");
        announce(V1, 1, "left=0&event=stopped");
        assertEquals(1, swarm.counts().seeders());
        assertEquals(List.of(), ports(announce(V1, 2, "left=5")));
        announce(V2, 1, "left=0&event=stopped");
        assertEquals(new Counts(0, 1, 0), swarm.counts());
    }

    @Test
    void ignoresAStopByAStranger() throws Exception {
        announce(V1, 1, "left=0&event=stopped");
        assertEquals(new Counts(0, 0, 0), swarm.counts());
    }

    @Test
    void makesALeecherASeederWhenNothingIsLeft() throws Exception {
        announce(V1, 1, "left=5");
        announce(V1, 1, "left=0");
        assertEquals(new Counts(1, 0, 0), swarm.counts());
        announce(V1, 1, "left=5");
        assertEquals(new Counts(0, 1, 0), swarm.counts());
    }

    @Test
    void countsACompletedDownloadOnceForEachPeer() throws Exception {
        announce(V1, 1, "left=0&event=completed");
        announce(V2, 1, "left=0&event=completed");
        announce(V1, 1, "left=0&event=completed");
        announce(V1, 2, "left=5&event=completed");
        announce(V1, 3, "left=0&event=completed");
        assertEquals(2, swarm.counts().completed());
    }

    @Test
    void goesOnCountingFromWhatWasCompletedBefore() throws Exception {
        Swarm later = swarms.begin(41);
        later.announce(V1, request(1, "left=0&event=completed"), HERE);
        assertEquals(42, later.counts().completed());
    }

    @Test
    void forgetsAPeerThatFellSilentForAnIntervalAndTheGrace() throws Exception {
        announce(V1, 1, "left=0");
        now = now.plusSeconds(1000);
        announce(V1, 2, "left=5");
        now = now.plusSeconds(1700);
        swarm.expire();
        assertEquals(new Counts(1, 1, 0), swarm.counts());
        now = now.plusSeconds(1);
        swarm.expire();
        assertEquals(new Counts(0, 1, 0), swarm.counts());
        assertEquals(List.of(2), ports(announce(V1, 3, "left=5")));
    }

    @Test
    void keepsAHybridsPeerWhileEitherInfohashIsAnnounced() throws Exception {
        announce(V1, 1, "left=0");
        announce(V2, 1, "left=0");
        now = now.plusSeconds(2000);
        announce(V2, 1, "left=0");
        now = now.plusSeconds(2000);
        swarm.expire();
        assertEquals(1, swarm.counts().seeders());
        assertEquals(List.of(), ports(announce(V1, 2, "left=5")));
        assertEquals(List.of(1), ports(announce(V2, 2, "left=5")));
    }

    @Test
    void drawsPeersEvenly() throws Exception {
        for (int port = 1; port <= 20; port++) {
            announce(V1, port, "left=5");
        }
        int[] drawn = new int[21];
        int rounds = 20_000;
        for (int i = 0; i < rounds; i++) {
            ports(announce(V1, 20, "left=5&numwant=5")).forEach(port -> drawn[port]++);
        }
        double expected = rounds * 5 / 19.0;
        assertEquals(0, drawn[20]);
        for (int port = 1; port < 20; port++) {
            assertEquals(expected, drawn[port], expected * 0.05, "port " + port);
        }
    }

    @Test
    void namesNoPeerTwiceAndNoMoreThanWanted() throws Exception {
        for (int port = 1; port <= 250; port++) {
            announce(V1, port, "left=5");
        }
        assertEquals(50, distinct(announce(V1, 1, "left=5")).size());
        assertEquals(200, distinct(announce(V1, 1, "left=5&numwant=9999")).size());
        assertEquals(0, distinct(announce(V1, 1, "left=5&numwant=0")).size());
    }

    @Test
    void answersButDoesNotRememberPeersBeyondTheBound() throws Exception {
        for (int port = 1; port <= 310; port++) {
            announce(V1, port, "left=5");
        }
        assertEquals(300, swarm.counts().leechers());
        assertEquals(50, ports(announce(V1, 310, "left=5")).size());
    }

    @Test
    void boundsThePeersOfAllSwarmsTogether() throws Exception {
        Swarm other = swarms.begin(0);
        for (int port = 1; port <= 250; port++) {
            announce(V1, port, "left=5");
            other.announce(V1, request(port, "left=5"), HERE);
        }
        assertEquals(400, swarm.counts().leechers() + other.counts().leechers());
        other.end();
        announce(V1, 999, "left=5");
        assertEquals(new Counts(0, 0, 0), other.counts());
        assertEquals(201, swarm.counts().leechers());
    }

    @Test
    void remembersNobodyOnceEnded() throws Exception {
        swarm.end();
        announce(V1, 1, "left=5");
        assertEquals(new Counts(0, 0, 0), swarm.counts());
    }

    @Test
    void saysWhenToAnnounceAgainAndHowManyThereAre() throws Exception {
        announce(V1, 1, "left=0");
        AnnounceAnswer answer = announce(V1, 2, "left=5");
        assertEquals(1800, answer.interval());
        assertEquals(1, answer.seeders());
        assertEquals(1, answer.leechers());
    }

    private AnnounceAnswer announce(InfohashVersion version, int port, String more)
            throws Exception {
        return swarm.announce(version, request(port, more), HERE);
    }

    private static AnnounceRequest request(int port, String more) throws Exception {
        String twenty = "x".repeat(20);
        return AnnounceRequest.parse(
                "info_hash=" + twenty + "&peer_id=" + twenty + "&port=" + port + '&' + more);
    }

    private static List<Integer> ports(AnnounceAnswer answer) {
        return answer.peers().stream().map(peer -> peer.address().port()).toList();
    }

    private static Set<Integer> distinct(AnnounceAnswer answer) {
        Set<Integer> distinct = new HashSet<>(ports(answer));
        assertEquals(answer.peers().size(), distinct.size(), "a peer was named twice");
        return distinct;
    }
}
