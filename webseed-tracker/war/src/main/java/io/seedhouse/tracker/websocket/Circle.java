package io.seedhouse.tracker.websocket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The peers that announced one infohash. */
final class Circle {
    private final Crowd leechers = new Crowd();
    private final Crowd seeders = new Crowd();

    void add(Peer peer) {
        (peer.seeder ? seeders : leechers).add(peer);
    }

    void remove(Peer peer) {
        (peer.seeder ? seeders : leechers).remove(peer);
    }

    List<Peer> everybody() {
        List<Peer> all = new ArrayList<>(leechers.everybody());
        all.addAll(seeders.everybody());
        return all;
    }

    /**
     * Draws others for a member, each as likely as any: of everybody, or for a seeder of those who
     * still fetch. The places are drawn without repeats by Floyd's method (Bentley, "A sample of
     * brilliance", 1987), as if leechers and then seeders stood in one row from which the member
     * had stepped out.
     */
    List<Peer> draw(Peer member, int wanted) {
        int row = leechers.size() + (member.seeder ? 0 : seeders.size());
        int own = leechers.placeOf(member);
        int others = own < 0 ? row : row - 1;
        Set<Integer> places = new LinkedHashSet<>();
        for (int last = Math.max(0, others - wanted); last < others; last++) {
            if (!places.add(ThreadLocalRandom.current().nextInt(last + 1))) {
                places.add(last);
            }
        }
        return places.stream().map(at -> peer(own < 0 || at < own ? at : at + 1)).toList();
    }

    private Peer peer(int place) {
        return place < leechers.size() ? leechers.at(place) : seeders.at(place - leechers.size());
    }
}
