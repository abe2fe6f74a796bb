package io.seedhouse.tracker.swarm;

import io.seedhouse.tracker.wire.PeerAddress;
import java.util.EnumMap;
import java.util.Map;

/** One address and port of a swarm, with an entry for each infohash it announced. */
final class Peer {
    final PeerAddress address;
    final Map<InfohashVersion, Presence> presences = new EnumMap<>(InfohashVersion.class);
    boolean seeder;
    boolean completed;

    Peer(PeerAddress address) {
        this.address = address;
    }

    boolean gone() {
        return presences.isEmpty();
    }
}
