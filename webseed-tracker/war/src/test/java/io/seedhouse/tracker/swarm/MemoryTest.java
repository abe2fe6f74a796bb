package io.seedhouse.tracker.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.wire.AnnounceEvent;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int SWARMS = 10_000;
    private static final int PEERS = 100;

    /** The benchmark does the same with ten million peers in a hundred thousand swarms. */
    @Test
    void keepsAPeerOfIpv4InFewerThan24Bytes() {
        long before = used();
        Swarms swarms = new Swarms(Limits.USUAL, new Intervals());
        List<Swarm> all = new ArrayList<>();
        Announce announce = new Announce();
        for (int i = 0; i < SWARMS; i++) {
            Swarm swarm = swarms.begin(0);
            all.add(swarm);
            for (int peer = 0; peer < PEERS; peer++) {
                byte[] address = ByteBuffer.allocate(4).putInt(i * 7919 + peer * 65537).array();
                announce.from(address, 0, Family.V4, 6881 + peer, false)
                        .says(InfohashVersion.V1, AnnounceEvent.STARTED, peer % 2, 50)
                        .at(0, false);
                swarm.announce(announce);
            }
        }
        double bytes = (double) (used() - before) / SWARMS / PEERS;
        assertEquals(SWARMS * PEERS, swarms.peers());
        assertEquals(SWARMS, all.size());
        assertTrue(bytes < 24, bytes + " bytes for each peer");
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
