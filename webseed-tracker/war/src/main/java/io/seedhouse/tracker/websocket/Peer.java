package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.wire.WireInfohash;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection's part in one torrent. Guarded by its {@link Pool}. It outlives a stop, so that a
 * download is not counted again after a fresh start.
 */
final class Peer {
    /** Offers waiting for this peer's answer; the eldest gives way. */
    static final int MOST_OFFERED = 32;

    /** Clients give an offer up after 50 seconds. */
    static final long OFFER_MILLIS = 60_000;

    /** An offer carried to this peer. */
    private record Offered(Peer from, WireInfohash infohash, long until) {}

    final Connection connection;

    /** The torrent's infohashes that it announces; none when it has left. */
    final Set<WireInfohash> infohashes = HashSet.newHashSet(1);

    String id;
    boolean seeder;
    boolean completed;

    private long mayOfferAt = Long.MIN_VALUE;
    private @Nullable SequencedMap<String, Offered> offered;

    Peer(Connection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    boolean isThere() {
        return !infohashes.isEmpty();
    }

    /** Whether it may make offers again; if so, the next time is put off. */
    boolean mayOffer(long now, long pause) {
        if (now < mayOfferAt) {
            return false;
        }
        mayOfferAt = now + pause;
        return true;
    }

    /**
     * Remembers an offer that is about to be carried to this peer; the eldest gives way when all
     * connections together remember too much.
     *
     * @return false when it cannot be remembered, so that no answer to it would be carried
     */
    boolean isOffered(String offerId, Peer from, WireInfohash infohash, long now) {
        forgetOffers(now);
        SequencedMap<String, Offered> waiting = offered == null ? new LinkedHashMap<>() : offered;
        String key = from.id + offerId;
        if (waiting.containsKey(key)) {
            return true;
        }
        if (waiting.size() >= MOST_OFFERED || !connection.memory.take()) {
            if (waiting.isEmpty()) {
                return false;
            }
            waiting.pollFirstEntry();
        }
        waiting.put(key, new Offered(from, infohash, now + OFFER_MILLIS));
        offered = waiting;
        return true;
    }

    /** Who made an offer that this peer was sent; it can be answered once. */
    @Nullable Peer answers(String from, String offerId, WireInfohash infohash, long now) {
        Offered made = offered == null ? null : offered.remove(from + offerId);
        connection.memory.forget(made == null ? 0 : 1);
        return made != null
                        && made.infohash().equals(infohash)
                        && now < made.until()
                        && made.from().infohashes.contains(infohash)
                ? made.from()
                : null;
    }

    /** Forgets offers that nobody waits for any more. */
    void forgetOffers(long now) {
        SequencedMap<String, Offered> waiting = offered;
        if (waiting != null) {
            Iterator<Offered> eldestFirst = waiting.values().iterator();
            while (eldestFirst.hasNext() && eldestFirst.next().until() <= now) {
                eldestFirst.remove();
                connection.memory.forget(1);
            }
            offered = waiting.isEmpty() ? null : waiting;
        }
    }

    void leave() {
        infohashes.clear();
        if (offered != null) {
            connection.memory.forget(offered.size());
            offered = null;
        }
    }
}
