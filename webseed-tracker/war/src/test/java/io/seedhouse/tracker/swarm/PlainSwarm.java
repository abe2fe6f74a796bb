package io.seedhouse.tracker.swarm;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.ScrapeAnswer.Counts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The rules of {@link Swarm} with maps and objects: slow, and plain to see through. */
final class PlainSwarm {
    private static final int LIFETIME = Announce.tick(Intervals.lifetime()) + 1;

    final Map<PlainPeer, Entry> peers = new HashMap<>();
    private final Limits limits;
    private long completed;
    private boolean ended;

    /** What is remembered of one peer. */
    static final class Entry {
        final Map<InfohashVersion, Integer> ticks = new EnumMap<>(InfohashVersion.class);
        Role role = Role.LEECHER;
        private boolean completed;

        /** When it last said that it leaves; counts only where it announces nothing. */
        private int left;

        /** Drops what was announced too long ago; says whether nothing remains. */
        private boolean falls(int tick) {
            ticks.values().removeIf(last -> tick - last > LIFETIME);
            return ticks.isEmpty();
        }
    }

    PlainSwarm(Limits limits) {
        this.limits = limits;
    }

    /**
     * What must become of an announce.
     *
     * @param elsewhere peers in other swarms
     */
    Outcome expect(PlainPeer peer, Announce announce, int elsewhere) {
        Entry known = peers.get(peer);
        if (announce.event == AnnounceEvent.STOPPED) {
            return Outcome.STOPPED;
        }
        if (known != null) {
            return isEarly(known, announce) ? Outcome.EARLY : Outcome.ANSWERED;
        }
        if (ended) {
            return Outcome.FULL;
        }
        if (!announce.exempt && isCrowded(peer)) {
            return Outcome.CROWDED;
        }
        return isFull(elsewhere) && size(peer.family()) == 0 ? Outcome.FULL : Outcome.ANSWERED;
    }

    /** Whether an announce makes somebody go, whom chance chooses among the peer's family. */
    boolean evicts(PlainPeer peer, Outcome outcome, int elsewhere) {
        return outcome == Outcome.ANSWERED
                && !peers.containsKey(peer)
                && (isFull(elsewhere) || size(peer.family()) >= limits.peersPerSwarm());
    }

    private boolean isFull(int elsewhere) {
        return peers.size() + elsewhere >= limits.peers();
    }

    long size(Family family) {
        return peers.keySet().stream().filter(p -> p.family() == family).count();
    }

    private static boolean isEarly(Entry known, Announce announce) {
        Integer last = known.ticks.get(announce.version);
        boolean news =
                announce.role == Role.SEEDER
                        ? announce.event == AnnounceEvent.COMPLETED && !known.completed
                        : known.role == Role.SEEDER;
        return last != null && announce.tick - last <= 1 && !news && !announce.exempt;
    }

    private boolean isCrowded(PlainPeer peer) {
        return peers.keySet().stream().filter(p -> p.hasNetworkOf(peer)).count()
                        >= limits.peersPerNetwork()
                || peers.keySet().stream().filter(p -> p.hasAddressOf(peer)).count()
                        >= limits.peersPerAddress();
    }

    /** Notes an announce that had this outcome. */
    void note(PlainPeer peer, Announce announce, Outcome outcome) {
        switch (outcome) {
            case STOPPED -> stop(peer, announce);
            case ANSWERED, EARLY -> {
                Entry entry = peers.computeIfAbsent(peer, p -> new Entry());
                entry.role = announce.role;
                if (announce.event == AnnounceEvent.COMPLETED
                        && announce.role == Role.SEEDER
                        && !entry.completed) {
                    entry.completed = true;
                    completed++;
                }
                if (outcome == Outcome.ANSWERED) {
                    entry.ticks.put(announce.version, announce.tick);
                }
            }
            case CROWDED, FULL -> {}
        }
    }

    /** Who completed a download is remembered beyond leaving, so that it counts once. */
    private void stop(PlainPeer peer, Announce announce) {
        Entry entry = peers.get(peer);
        if (entry != null) {
            entry.ticks.remove(announce.version);
            entry.left = announce.tick;
            if (entry.ticks.isEmpty() && !entry.completed) {
                peers.remove(peer);
            }
        }
    }

    void expire(int tick) {
        peers.values().removeIf(e -> e.ticks.isEmpty() && tick - e.left > LIFETIME);
        peers.values().removeIf(e -> !e.ticks.isEmpty() && e.falls(tick));
    }

    void end() {
        ended = true;
        peers.clear();
    }

    Counts counts() {
        int partial = count(Role.PARTIAL);
        int leechers = count(Role.LEECHER);
        return new Counts(count(Role.SEEDER), leechers + partial, completed, leechers);
    }

    private int count(Role role) {
        return (int)
                peers.values().stream().filter(e -> !e.ticks.isEmpty() && e.role == role).count();
    }

    /** Whether a peer may be told to who announced so. */
    boolean maySee(Announce announce, PlainPeer other) {
        Entry entry = peers.get(other);
        return entry != null
                && entry.ticks.containsKey(announce.version)
                && (announce.role == Role.LEECHER || entry.role == Role.LEECHER);
    }

    /** How many peers of a family may be told to an asker. */
    int visible(Announce announce, PlainPeer asker, Family family) {
        return (int)
                peers.keySet().stream()
                        .filter(p -> p.family() == family && !p.equals(asker))
                        .filter(p -> maySee(announce, p))
                        .count();
    }
}
