package io.seedhouse.tracker.swarm;

import io.seedhouse.tracker.wire.AnnounceAnswer;
import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.AnnounceRequest;
import io.seedhouse.tracker.wire.AnnouncedPeer;
import io.seedhouse.tracker.wire.PeerAddress;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The peers of one torrent. Safe for use by many threads. */
public final class Swarm {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Limits limits;
    private final Population population;
    private final Map<PeerAddress, Peer> peers = new HashMap<>();
    private final Map<InfohashVersion, Roll> rolls = new EnumMap<>(InfohashVersion.class);
    private int seeders;
    private long completed;
    private boolean ended;

    Swarm(
            InstantSource clock,
            RandomGenerator random,
            Limits limits,
            Population population,
            long completed) {
        this.clock = clock;
        this.random = random;
        this.limits = limits;
        this.population = population;
        this.completed = completed;
        for (InfohashVersion version : InfohashVersion.values()) {
            rolls.put(version, new Roll());
        }
    }

    /**
     * Notes an announce and answers it with others that announced the same infohash.
     *
     * @param version which of the torrent's infohashes was announced
     * @param from the peer's address as seen on the connection
     */
    public synchronized AnnounceAnswer announce(
            InfohashVersion version, AnnounceRequest request, InetAddress from) {
        PeerAddress address = new PeerAddress(from, request.port());
        if (request.event() == AnnounceEvent.STOPPED) {
            leave(version, address);
            return answer(List.of());
        }
        Peer peer = known(address);
        Presence presence = peer == null ? null : note(peer, version, request);
        return answer(roll(version).sample(request.wanted(), presence, random));
    }

    /** The swarm in numbers. */
    public synchronized ScrapeAnswer.Counts counts() {
        return new ScrapeAnswer.Counts(seeders, peers.size() - seeders, completed);
    }

    /** Forgets peers that have not announced for an interval and the grace; call now and then. */
    public synchronized void expire() {
        Instant oldest = clock.instant().minus(limits.lifetime());
        for (InfohashVersion version : InfohashVersion.values()) {
            for (Presence presence : roll(version).all()) {
                if (presence.announced.isBefore(oldest)) {
                    leave(version, presence.peer.address);
                }
            }
        }
    }

    /** Forgets every peer for good; later announces are answered but not remembered. */
    public synchronized void end() {
        ended = true;
        population.leave(peers.size());
        peers.clear();
        rolls.replaceAll((version, roll) -> new Roll());
        seeders = 0;
    }

    private @Nullable Peer known(PeerAddress address) {
        Peer peer = peers.get(address);
        if (peer == null && !ended && peers.size() < limits.peersPerSwarm() && population.enter()) {
            peer = new Peer(address);
            peers.put(address, peer);
        }
        return peer;
    }

    private Presence note(Peer peer, InfohashVersion version, AnnounceRequest request) {
        Presence presence = peer.presences.get(version);
        if (presence == null) {
            presence = new Presence(peer, request.peerId(), clock.instant());
            peer.presences.put(version, presence);
            roll(version).add(presence);
        }
        presence.peerId = request.peerId();
        presence.announced = clock.instant();
        countSeeder(peer, request.left() == 0);
        if (request.event() == AnnounceEvent.COMPLETED && peer.seeder && !peer.completed) {
            peer.completed = true;
            completed++;
        }
        return presence;
    }

    private void leave(InfohashVersion version, PeerAddress address) {
        Peer peer = peers.get(address);
        Presence presence = peer == null ? null : peer.presences.remove(version);
        if (peer == null || presence == null) {
            return;
        }
        roll(version).remove(presence);
        if (peer.gone()) {
            countSeeder(peer, false);
            peers.remove(address);
            population.leave(1);
        }
    }

    private void countSeeder(Peer peer, boolean seeder) {
        seeders += Boolean.compare(seeder, peer.seeder);
        peer.seeder = seeder;
    }

    private AnnounceAnswer answer(List<Presence> others) {
        return new AnnounceAnswer(
                (int) limits.interval().toSeconds(),
                (int) limits.leastInterval().toSeconds(),
                seeders,
                peers.size() - seeders,
                others.stream().map(p -> new AnnouncedPeer(p.peer.address, p.peerId)).toList());
    }

    private Roll roll(InfohashVersion version) {
        return Objects.requireNonNull(rolls.get(version));
    }
}
