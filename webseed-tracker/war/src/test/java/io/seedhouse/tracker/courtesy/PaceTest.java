package io.seedhouse.tracker.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Minutes of many pulls in a moment: time is only a number here. */
class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MIB = 1 << 20;
    private static final UUID FILM = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final Crowd HEALTHY = new Crowd(50, 10, 0);
    private static final Crowd THIN = new Crowd(1, 10, 0);
    private static final Pull WHOLE = new Pull(4L << 30, false);

    private long now = 1000 * SECOND;

    /** A client with unlimited thirst. */
    private static final class Thirst {
        final Pace pace;
        long next;
        long drunk;
        long longestWait;

        Thirst(Courtesy courtesy, UUID bundle, int client, Pull pull, long now) {
            this.pace = courtesy.begin(bundle, new byte[] {10, 0, 0, (byte) client}, pull);
            this.next = now;
        }

        void drink(long now, long nanosPerMebibyte) {
            while (next <= now) {
                long delay = pace.delay(next);
                longestWait = Math.max(longestWait, delay);
                if (delay > 0) {
                    next += delay;
                } else {
                    long share = pace.take();
                    drunk += share;
                    next += share * nanosPerMebibyte / MIB;
                }
            }
        }
    }

    /** Each client's line takes a hundred mebibytes a second. */
    private void run(int seconds, List<Thirst> clients) {
        for (long end = now + seconds * SECOND; now < end; now += SECOND / 100) {
            clients.forEach(client -> client.drink(now, SECOND / 100));
        }
    }

    private static Courtesy courtesy(Rates rates, Crowd crowd) {
        return new Courtesy(rates, new CourtesyPolicy(5), bundle -> crowd);
    }

    private List<Thirst> clients(int count, Courtesy courtesy, UUID bundle) {
        List<Thirst> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(new Thirst(courtesy, bundle, i, WHOLE, now));
        }
        return clients;
    }

    private static long drunk(List<Thirst> clients) {
        return clients.stream().mapToLong(client -> client.drunk).sum();
    }

    private static void assertAbout(long expected, long actual) {
        assertTrue(
                Math.abs(actual - expected) <= expected / 10,
                "about " + expected + ", not " + actual);
    }

    @Test
    void keepsTheOverallRateHoweverManyTorrentsAndPlayersThereAre() {
        Courtesy courtesy = courtesy(new Rates(10 * MIB, Rate.NONE, Rate.NONE), HEALTHY);
        List<Thirst> clients = clients(30, courtesy, FILM);
        clients.addAll(clients(30, courtesy, OTHER));
        clients.add(new Thirst(courtesy, OTHER, 99, new Pull(4L << 30, true), now));
        clients.add(new Thirst(courtesy, OTHER, 98, new Pull(100, false), now));
        run(60, clients);
        assertAbout(600 * MIB, drunk(clients));
    }

    @Test
    void keepsATorrentsRateAndLeavesTheRestToOthers() {
        Courtesy courtesy = courtesy(new Rates(10 * MIB, 3 * MIB, Rate.NONE), THIN);
        List<Thirst> film = clients(10, courtesy, FILM);
        List<Thirst> other = clients(1, courtesy, OTHER);
        List<Thirst> all = new ArrayList<>(film);
        all.addAll(other);
        run(60, all);
        assertAbout(180 * MIB, drunk(film));
        assertAbout(180 * MIB, drunk(other));
    }

    @Test
    void slowsWholeFilesOfAHealthySwarmOnly() {
        Rates rates = new Rates(Rate.NONE, Rate.NONE, MIB);
        List<Thirst> slowed = clients(4, courtesy(rates, HEALTHY), FILM);
        run(60, slowed);
        assertAbout(60 * MIB, drunk(slowed));
        List<Thirst> free = clients(4, courtesy(rates, THIN), FILM);
        run(60, free);
        assertAbout(4 * 60 * 100 * MIB, drunk(free));
    }

    @Test
    void neverSlowsSmallRangesAndPlayers() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, MIB), HEALTHY);
        run(10, clients(100, courtesy, FILM));
        assertEquals(0, courtesy.begin(FILM, new byte[4], new Pull(16 * MIB, false)).delay(now));
        assertEquals(0, courtesy.begin(FILM, new byte[4], new Pull(4L << 30, true)).delay(now));
        assertTrue(courtesy.begin(FILM, new byte[4], WHOLE).delay(now) > 0);
    }

    /** As clients fetch a film from a web seed that fetch piece by piece. */
    @Test
    void slowsRangesThatFollowEachOtherLikeOnePull() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, MIB), HEALTHY);
        run(10, clients(100, courtesy, FILM));
        for (int i = 0; i < 4; i++) {
            assertEquals(0, fetch(courtesy, FILM, new byte[4]));
        }
        assertTrue(fetch(courtesy, FILM, new byte[4]) > 0);
        assertEquals(0, fetch(courtesy, OTHER, new byte[4]), "it is another film");
        assertEquals(0, fetch(courtesy, FILM, new byte[] {1, 0, 0, 0}), "it is somebody else");
        now += 600 * SECOND;
        run(10, clients(100, courtesy, FILM));
        assertEquals(0, fetch(courtesy, FILM, new byte[4]), "it was long ago");
    }

    @Test
    void countsRangesAtTheSameTimeTogether() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, MIB), HEALTHY);
        run(10, clients(100, courtesy, FILM));
        Pace first = courtesy.begin(FILM, new byte[4], new Pull(16 * MIB, false));
        assertEquals(0, first.delay(now));
        first.take();
        Pace second = courtesy.begin(FILM, new byte[4], new Pull(MIB, false));
        assertTrue(second.delay(now) > 0);
        assertTrue(first.delay(now) > 0);
    }

    @Test
    void countsOnlyWhatWasSentOfASmallRange() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, MIB), HEALTHY);
        run(10, clients(100, courtesy, FILM));
        for (int i = 0; i < 10; i++) {
            Pace seek = courtesy.begin(FILM, new byte[4], new Pull(16 * MIB, false));
            assertEquals(0, seek.delay(now));
            seek.close();
        }
    }

    /** Fetches a piece of 4 MiB and tells how long the beginning took. */
    private long fetch(Courtesy courtesy, UUID bundle, byte[] client) {
        try (Pace pace = courtesy.begin(bundle, client, new Pull(4 * MIB, false))) {
            long delay = pace.delay(now);
            pace.take();
            return delay;
        }
    }

    @Test
    void takesTurnsBetweenClientsAndNotBetweenConnections() {
        Courtesy courtesy = courtesy(new Rates(4 * MIB, Rate.NONE, Rate.NONE), THIN);
        List<Thirst> clients = clients(4, courtesy, FILM);
        List<Thirst> greedy = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            greedy.add(new Thirst(courtesy, FILM, 77, WHOLE, now));
        }
        List<Thirst> all = new ArrayList<>(clients);
        all.addAll(greedy);
        run(120, all);
        for (Thirst client : clients) {
            assertAbout(96 * MIB, client.drunk);
        }
        assertAbout(96 * MIB, drunk(greedy));
    }

    @Test
    void countsAClientsPullsOnlyAsLongAsTheyLast() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, MIB), HEALTHY);
        byte[] address = {10, 0, 0, 1};
        for (int i = 0; i < 5; i++) {
            courtesy.begin(FILM, address, WHOLE).close();
        }
        Pace pace = courtesy.begin(FILM, address, WHOLE);
        assertEquals(0, pace.delay(now));
        assertEquals(Pace.SMALLEST_SHARE, pace.take());
    }

    @Test
    void takesTheFirstSevenBytesOfAnIpv6AddressForTheClient() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, MIB), HEALTHY);
        byte[] address = new byte[16];
        courtesy.begin(FILM, address, WHOLE);
        address[7] = 1;
        Pace second = courtesy.begin(FILM, address, WHOLE);
        address[6] = 1;
        Pace neighbour = courtesy.begin(FILM, address, WHOLE);
        second.delay(now);
        neighbour.delay(now);
        assertEquals(Pace.SMALLEST_SHARE / 2, second.take());
        assertEquals(Pace.SMALLEST_SHARE, neighbour.take());
    }

    @Test
    void givesEveryoneSomethingBeforeTheyHangUp() {
        Courtesy courtesy = courtesy(new Rates(Rate.NONE, Rate.NONE, 16 << 10), HEALTHY);
        List<Thirst> crowd = clients(200, courtesy, FILM);
        run(60, crowd);
        for (Thirst client : crowd) {
            assertTrue(client.longestWait <= 10 * SECOND, "waited " + client.longestWait);
            assertTrue(client.drunk >= 5 * Pace.SMALLEST_SHARE, "drank " + client.drunk);
        }
    }

    @Test
    void speedsUpWhenTheSwarmThinsOut() {
        Crowd[] crowd = {HEALTHY};
        Courtesy courtesy =
                new Courtesy(
                        new Rates(Rate.NONE, Rate.NONE, MIB),
                        new CourtesyPolicy(5),
                        bundle -> crowd[0]);
        List<Thirst> one = clients(1, courtesy, FILM);
        run(30, one);
        assertAbout(30 * MIB, drunk(one));
        crowd[0] = THIN;
        run(30, one);
        assertTrue(drunk(one) > 2000 * MIB);
    }
}
