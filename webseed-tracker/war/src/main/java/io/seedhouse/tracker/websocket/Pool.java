package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.swarm.Outcome;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.WireInfohash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One torrent's peers in browsers. They are counted in its {@link Swarm}, but only they can connect
 * to each other. Any thread may call.
 */
final class Pool {
    /** Offers made again within so many milliseconds are not carried. */
    private static final long OFFER_PAUSE = 30_000;

    /** An offer and the peer it goes to. */
    record Carried(Peer to, Offer offer) {}

    private final Announced torrent;
    private final Swarm swarm;
    private final Map<WireInfohash, Circle> circles = new HashMap<>();
    private int seeders;
    private int leechers;
    private boolean closed;

    Pool(Announced torrent) {
        this.torrent = torrent;
        this.swarm = torrent.swarm();
    }

    /** One of the torrent's infohashes. */
    Announced torrent() {
        return torrent;
    }

    /** Notes that a peer takes part, or no more. */
    synchronized Outcome announce(Peer peer, Message.Announce says, long now) {
        if (closed) {
            return Outcome.FULL;
        }
        remove(peer);
        if (says.event() == AnnounceEvent.STOPPED) {
            peer.infohashes.remove(says.infohash());
        } else {
            peer.infohashes.add(says.infohash());
            peer.seeder = says.complete();
            peer.id = says.peerId();
        }
        add(peer);
        complete(peer, says);
        swarm.browserPeers(seeders, leechers);
        return outcome(peer, says, now);
    }

    /** A download counts once for each connection, and only when nothing is left. */
    private void complete(Peer peer, Message.Announce says) {
        if (says.event() == AnnounceEvent.COMPLETED && says.complete() && !peer.completed) {
            peer.completed = true;
            swarm.browserCompleted();
        }
    }

    private static Outcome outcome(Peer peer, Message.Announce says, long now) {
        if (says.event() == AnnounceEvent.STOPPED) {
            return Outcome.STOPPED;
        }
        long pause = peer.connection.visitor().exempt() ? 0 : OFFER_PAUSE;
        return says.offers().isEmpty() || peer.mayOffer(now, pause)
                ? Outcome.ANSWERED
                : Outcome.EARLY;
    }

    /** Chooses who gets the offers of a peer's announce. */
    synchronized List<Carried> carry(Peer from, Message.Announce says, long now) {
        List<Carried> carried = new ArrayList<>();
        for (Peer to : circle(says.infohash()).draw(from, says.offers().size())) {
            Offer offer = says.offers().get(carried.size());
            if (to.isOffered(offer.id(), from, says.infohash(), now)) {
                carried.add(new Carried(to, offer));
            }
        }
        return carried;
    }

    /** Whom an answer is for: a peer that is still there, whose offer the answerer was sent. */
    synchronized @Nullable Peer addressee(Peer answerer, Message.Answer says, long now) {
        return answerer.answers(says.toPeerId(), says.offerId(), says.infohash(), now);
    }

    /** Takes a peer out whose connection is gone. */
    synchronized void leave(Peer peer) {
        if (!closed) {
            remove(peer);
        }
        peer.leave();
        if (!closed) {
            swarm.browserPeers(seeders, leechers);
        }
    }

    /**
     * Lets everybody go, for the torrent is retired; later announces find no room.
     *
     * @return who was there, by the infohash they announced
     */
    synchronized Map<WireInfohash, List<Peer>> close() {
        closed = true;
        Map<WireInfohash, List<Peer>> left = new HashMap<>();
        circles.forEach((infohash, circle) -> left.put(infohash, circle.everybody()));
        circles.clear();
        left.values().forEach(peers -> peers.forEach(Peer::leave));
        return left;
    }

    synchronized boolean has(Peer peer) {
        return !closed && peer.isThere();
    }

    synchronized void forgetOffers(long now) {
        circles.values()
                .forEach(circle -> circle.everybody().forEach(peer -> peer.forgetOffers(now)));
    }

    private void add(Peer peer) {
        peer.infohashes.forEach(infohash -> circle(infohash).add(peer));
        count(peer, 1);
    }

    private void remove(Peer peer) {
        peer.infohashes.forEach(infohash -> circle(infohash).remove(peer));
        count(peer, -1);
    }

    private Circle circle(WireInfohash infohash) {
        return circles.computeIfAbsent(infohash, unused -> new Circle());
    }

    private void count(Peer peer, int change) {
        if (peer.isThere() && peer.seeder) {
            seeders += change;
        } else if (peer.isThere()) {
            leechers += change;
        }
    }
}
