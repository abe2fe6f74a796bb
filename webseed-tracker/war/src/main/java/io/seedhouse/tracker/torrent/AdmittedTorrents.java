package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.swarm.Family;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Intervals;
import io.seedhouse.tracker.swarm.Limits;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.swarm.Swarms;
import io.seedhouse.tracker.wire.Failure;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import io.seedhouse.tracker.wire.WireInfohash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The index in memory of what this tracker answers for. Lookups never block.
 *
 * <p>Two bundles may hold the same torrent, when the same free files are published twice: they
 * share one swarm, which ends with the last of them. Of a torrent that one bundle still serves
 * nobody is told that another was retired; only that other's web seed says so.
 */
public class AdmittedTorrents {
    private final Swarms swarms;
    private final Map<UUID, Torrent> byBundle = new ConcurrentHashMap<>();
    private final InfohashIndex byInfohash = new InfohashIndex();
    private final Map<Infohash, Swarm> bySwarm = new ConcurrentHashMap<>();
    private final Map<UUID, Retired> retired = new ConcurrentHashMap<>();
    private final Map<WireInfohash, Failure> refusals = new ConcurrentHashMap<>();

    private final Map<UUID, Instant> locked = new ConcurrentHashMap<>();

    private record Retired(Torrent torrent, Failure failure) {}

    /** An empty index whose swarms run in the usual bounds. */
    public AdmittedTorrents() {
        this(new Swarms(Limits.USUAL, new Intervals()));
    }

    /** An empty index. */
    public AdmittedTorrents(Swarms swarms) {
        this.swarms = swarms;
    }

    /** Tells all swarms how busy the tracker is; see {@link Intervals#load}. */
    void load(double load) {
        swarms.intervals().load(load);
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

    /**
     * What is said of an infohash that {@link #find} does not know: why its torrent was retired, or
     * that it is not served here.
     */
    public Failure refusal(long first, long second, int third) {
        return refusals.isEmpty()
                ? Failure.NOT_SERVED
                : refusals.getOrDefault(new WireInfohash(first, second, third), Failure.NOT_SERVED);
    }

    /** Why a bundle's torrent was retired, in a sentence for strangers; empty when it was not. */
    public Optional<String> retirement(UUID bundleId) {
        return Optional.ofNullable(retired.get(bundleId)).map(gone -> gone.failure().reason());
    }

    /** Until when what a bundle sells is kept back; null where it is not. */
    public @Nullable Instant lockedUntil(UUID bundleId) {
        return locked.get(bundleId);
    }

    /** Keeps back what a bundle sells, or no longer. */
    void lock(UUID bundleId, @Nullable Instant moment) {
        if (moment == null) {
            locked.remove(bundleId);
        } else {
            locked.put(bundleId, moment);
        }
    }

    /** The swarm of a bundle's torrent in numbers, when it is admitted. */
    public Optional<ScrapeAnswer.Counts> counts(UUID bundleId) {
        return swarm(bundleId).map(Swarm::counts);
    }

    /** Every swarm in numbers, by its torrent's v1 infohash; not more than so many. */
    public SortedMap<WireInfohash, ScrapeAnswer.Counts> counts(int most) {
        SortedMap<WireInfohash, ScrapeAnswer.Counts> counts = new TreeMap<>();
        for (Map.Entry<Infohash, Swarm> each : bySwarm.entrySet()) {
            if (counts.size() >= most) {
                break;
            }
            counts.put(WireInfohash.of(each.getKey()), each.getValue().counts());
        }
        return counts;
    }

    /** Looks at every admitted torrent and its swarm in numbers. */
    public void forEach(BiConsumer<Torrent, ScrapeAnswer.Counts> action) {
        for (Torrent torrent : byBundle.values()) {
            Swarm swarm = bySwarm.get(torrent.v1());
            if (swarm != null) {
                action.accept(torrent, swarm.counts());
            }
        }
    }

    /** Swarms there are. */
    public int swarms() {
        return bySwarm.size();
    }

    /** Seeders and leechers of all swarms, whichever door they came by. */
    public long peers() {
        return bySwarm.values().stream()
                .map(Swarm::counts)
                .mapToLong(counts -> (long) counts.seeders() + counts.leechers())
                .sum();
    }

    /** Peers that had to make room for others, since the start. */
    public long evicted() {
        return swarms.evicted();
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
        Retired returned = retired.remove(torrent.bundleId());
        if (returned != null) {
            explain(returned.torrent());
        }
    }

    private void index(Torrent torrent, Swarm swarm) {
        wireForms(torrent)
                .forEach((hash, v) -> byInfohash.put(new Announced(hash, swarm, v, torrent)));
    }

    /** Serves a bundle's torrent no longer, and says why. */
    synchronized void retire(Torrent torrent, String reason) {
        Retired gone = new Retired(torrent, Failure.forGood(reason));
        retired.put(torrent.bundleId(), gone);
        wireForms(torrent).keySet().forEach(hash -> refusals.put(hash, gone.failure()));
        Torrent before = byBundle.remove(torrent.bundleId());
        if (before != null) {
            forgetUnlessShared(before);
        }
    }

    /** Says of a torrent why the bundles that are still retired were, or nothing any more. */
    private void explain(Torrent torrent) {
        Optional<Failure> failure =
                retired.values().stream()
                        .filter(gone -> gone.torrent().v1().equals(torrent.v1()))
                        .map(Retired::failure)
                        .findAny();
        for (WireInfohash hash : wireForms(torrent).keySet()) {
            failure.ifPresentOrElse(why -> refusals.put(hash, why), () -> refusals.remove(hash));
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
