package io.seedhouse.tracker.bench;

import io.seedhouse.tracker.swarm.Announce;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.swarm.Limits;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.swarm.Swarms;
import io.seedhouse.tracker.wire.AnnounceEvent;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What an announce costs and a peer takes, from a thousand peers to ten million, a hundred in each
 * swarm, and in one swarm of a million. The sweep for silent peers is measured apart.
 */
public final class Scale {
    private static final int ANNOUNCES = 2_000_000;
    private static final int NAMED = 50;

    private final Announce announce = new Announce();
    private final byte[] address = new byte[4];

    private Scale() {}

    public static void main(String[] arguments) {
        new Scale().measure(10_000, 100); // warms up
        System.out.println("     peers  swarms  bytes/peer  ns/announce  ns/peer swept");
        for (int peers = 1_000; peers <= 10_000_000; peers *= 10) {
            new Scale().measure(peers, peers / 100);
        }
        new Scale().measure(1_000_000, 1);
    }

    private void measure(int peers, int count) {
        long before = used();
        Swarm[] swarms = new Swarm[count];
        Swarms shared = new Swarms(Limits.USUAL, new Intervals());
        for (int i = 0; i < count; i++) {
            swarms[i] = shared.begin(0);
        }
        for (int peer = 0; peer < peers; peer++) {
            announce(swarms[peer % count], peer, 0);
        }
        double bytes = (double) (used() - before) / peers;
        double nanos = announceAgain(swarms, peers);
        double swept = sweep(swarms, peers);
        System.out.printf(
                Locale.ROOT,
                "%10d %7d %11.1f %12.0f %14.1f%n",
                shared.peers(),
                count,
                bytes,
                nanos,
                swept);
    }

    private double announceAgain(Swarm[] swarms, int peers) {
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        for (int i = 0; i < ANNOUNCES; i++) {
            int peer = random.nextInt(peers);
            announce(swarms[peer % swarms.length], peer, 120);
        }
        return (double) (System.nanoTime() - start) / ANNOUNCES;
    }

    private static double sweep(Swarm[] swarms, int peers) {
        long start = System.nanoTime();
        for (Swarm swarm : swarms) {
            int below = Integer.MAX_VALUE;
            while (below > 0) {
                below = swarm.expire(Family.V4, below, 240);
            }
        }
        return (double) (System.nanoTime() - start) / peers;
    }

    private void announce(Swarm swarm, int peer, long seconds) {
        int mixed = peer * 0x9e3779b1;
        for (int i = 0; i < 4; i++) {
            address[i] = (byte) (mixed >>> 8 * i);
        }
        announce.from(address, 0, Family.V4, 6881, true)
                .says(InfohashVersion.V1, AnnounceEvent.PERIODIC, peer & 1, NAMED)
                .at(seconds, false);
        swarm.announce(announce);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
