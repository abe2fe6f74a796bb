package io.seedhouse.tracker.websocket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Peers in no order, each of which is found and removed at once. */
final class Crowd {
    private final List<Peer> peers = new ArrayList<>();
    private final Map<Peer, Integer> places = new HashMap<>();

    void add(Peer peer) {
        places.put(peer, peers.size());
        peers.add(peer);
    }

    void remove(Peer peer) {
        Integer place = places.remove(peer);
        if (place != null) {
            Peer last = peers.removeLast();
            if (last != peer) {
                peers.set(place, last);
                places.put(last, place);
            }
        }
    }

    int size() {
        return peers.size();
    }

    Peer at(int place) {
        return peers.get(place);
    }

    /** Where a peer stands; -1 when it is not among them. */
    int placeOf(Peer peer) {
        return places.getOrDefault(peer, -1);
    }

    List<Peer> everybody() {
        return List.copyOf(peers);
    }
}
