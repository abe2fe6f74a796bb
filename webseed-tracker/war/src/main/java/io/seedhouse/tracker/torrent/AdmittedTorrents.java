package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.swarm.Limits;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.swarm.Swarms;
import io.seedhouse.tracker.wire.WireInfohash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The index in memory of what this tracker answers for. Lookups never block.
 *
 * <p>Two bundles may hold the same torrent, when the same free files are published twice: they
 * share one swarm, which ends with the last of them.
 */
@ApplicationScoped
public class AdmittedTorrents {
    private final Swarms swarms;
    private final Map<UUID, Torrent> byBundle = new ConcurrentHashMap<>();
    private final InfohashIndex byInfohash = new InfohashIndex();
    private final Map<Infohash, Swarm> bySwarm = new ConcurrentHashMap<>();

    /** An empty index whose swarms run in the usual bounds. */
    public AdmittedTorrents() {
        this(new Swarms(Limits.USUAL, new Intervals()));
    }

    /** An empty index. */
    public AdmittedTorrents(Swarms swarms) {
        this.swarms = swarms;
    }

    /** The torrent of a bundle, when it is admitted. */
    public Optional<Torrent> torrent(UUID bundleId) {
        return Optional.ofNullable(byBundle.get(bundleId));
    }

    /** What a client's infohash stands for, when its torrent is admitted. */
    public Optional<Announced> announced(WireInfohash infohash) {
        return Optional.ofNullable(find(infohash.first(), infohash.second(), infohash.third()));
    }

    /** The same, without making an object. */
    public @Nullable Announced find(long first, long second, int third) {
        return byInfohash.find(first, second, third);
    }

    /**
     * Names our own peer to all swarms; see {@link Swarms#tellOf}.
     *
     * @param wire its address and port, six or eighteen bytes
     */
    public void tellOf(Family family, byte[] wire) {
        swarms.tellOf(family, wire);
    }

    Optional<Swarm> swarm(UUID bundleId) {
        return torrent(bundleId).map(torrent -> bySwarm.get(torrent.v1()));
    }

    void forEachSwarm(BiConsumer<Infohash, Swarm> action) {
        Map.copyOf(bySwarm).forEach(action);
    }

    /**
     * Serves a torrent from now on, in place of any other the bundle had.
     *
     * @param completed downloads finished so far; counts only where the swarm is new
     */
    synchronized void put(Torrent torrent, long completed) {
        Torrent before = byBundle.put(torrent.bundleId(), torrent);
        if (before != null && !before.v1().equals(torrent.v1())) {
            forgetUnlessShared(before);
        }
        Swarm swarm = bySwarm.computeIfAbsent(torrent.v1(), v1 -> swarms.begin(completed));
        index(torrent, swarm);
    }

    private void index(Torrent torrent, Swarm swarm) {
        wireForms(torrent)
                .forEach((hash, v) -> byInfohash.put(new Announced(hash, swarm, v, torrent)));
    }

    synchronized void remove(UUID bundleId) {
        Torrent before = byBundle.remove(bundleId);
        if (before != null) {
            forgetUnlessShared(before);
        }
    }

    private void forgetUnlessShared(Torrent torrent) {
        Swarm swarm = bySwarm.get(torrent.v1());
        Optional<Torrent> sharer =
                byBundle.values().stream()
                        .filter(other -> other.v1().equals(torrent.v1()))
                        .findAny();
        if (swarm == null) {
            return;
        }
        if (sharer.isPresent()) {
            index(sharer.get(), swarm);
            return;
        }
        wireForms(torrent).keySet().forEach(byInfohash::remove);
        bySwarm.remove(torrent.v1());
        swarm.end();
    }

    private static Map<WireInfohash, InfohashVersion> wireForms(Torrent torrent) {
        Map<WireInfohash, InfohashVersion> forms = new HashMap<>();
        forms.put(WireInfohash.of(torrent.v1()), InfohashVersion.V1);
        if (torrent.v2() != null) {
            forms.put(WireInfohash.of(torrent.v2()), InfohashVersion.V2);
        }
        return forms;
    }
}
