package io.seedhouse.tracker.swarm;

import java.time.Instant;

/** That a peer announced one infohash. */
final class Presence {
    final Peer peer;
    String peerId;
    Instant announced;

    /** Where it stands in its roll. */
    int place;

    Presence(Peer peer, String peerId, Instant announced) {
        this.peer = peer;
        this.peerId = peerId;
        this.announced = announced;
    }
}
