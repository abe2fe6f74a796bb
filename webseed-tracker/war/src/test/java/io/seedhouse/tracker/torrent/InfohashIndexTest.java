package io.seedhouse.tracker.torrent;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.swarm.Limits;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.swarm.Swarms;
import io.seedhouse.tracker.wire.WireInfohash;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InfohashIndexTest {
    private final Swarm swarm = new Swarms(Limits.USUAL, new Intervals()).begin(0);
    private final Torrent torrent =
            new Torrent(UUID.randomUUID(), new Infohash("ab".repeat(20)), null, "Film");
    private final InfohashIndex index = new InfohashIndex();

    @Test
    void agreesWithAPlainMapThroughManyChanges() {
        SplittableRandom random = new SplittableRandom(5);
        Map<WireInfohash, Announced> model = new HashMap<>();
        for (int step = 0; step < 3000; step++) {
            WireInfohash hash = new WireInfohash(random.nextInt(20), random.nextInt(20), 1);
            if (random.nextInt(4) == 0) {
                index.remove(hash);
                model.remove(hash);
            } else {
                Announced entry = new Announced(hash, swarm, InfohashVersion.V1, torrent);
                index.put(entry);
                model.put(hash, entry);
            }
        }
        for (int first = 0; first < 20; first++) {
            for (int second = 0; second < 20; second++) {
                assertSame(
                        model.get(new WireInfohash(first, second, 1)),
                        index.find(first, second, 1));
            }
        }
    }

    @Test
    void tellsInfohashesApartByEveryByte() {
        Announced entry =
                new Announced(new WireInfohash(1, 2, 3), swarm, InfohashVersion.V2, torrent);
        index.put(entry);
        assertSame(entry, index.find(1, 2, 3));
        assertNull(index.find(0, 2, 3));
        assertNull(index.find(1, 0, 3));
        assertNull(index.find(1, 2, 0));
    }
}
