package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pools of admitted torrents that ever had a peer in a browser. */
final class Pools {
    private final AdmittedTorrents admitted;
    private final Map<Swarm, Pool> pools = new ConcurrentHashMap<>();

    Pools(AdmittedTorrents admitted) {
        this.admitted = admitted;
    }

    Pool of(Announced torrent) {
        return pools.computeIfAbsent(torrent.swarm(), unused -> new Pool(torrent));
    }

    /** Takes out the pools of torrents that are retired. */
    List<Pool> takeRetired() {
        List<Pool> retired = new ArrayList<>();
        pools.values().removeIf(pool -> !isAdmitted(pool) && retired.add(pool));
        return retired;
    }

    void forgetOffers(long now) {
        pools.values().forEach(pool -> pool.forgetOffers(now));
    }

    private boolean isAdmitted(Pool pool) {
        return admitted.announced(pool.torrent().infohash())
                .filter(found -> found.swarm() == pool.torrent().swarm())
                .isPresent();
    }
}
