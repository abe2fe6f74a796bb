package io.seedhouse.tracker.swarm;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.ScrapeAnswer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The peers of one torrent. Safe for use by many threads: who announces holds the swarm's lock, and
 * who only counts never waits.
 */
public final class Swarm {
    /** Places looked at in one go when looking for the silent; an announce waits for no more. */
    private static final int PLACES_IN_ONE_GO = 256;

    /**
     * Peers told to who is not remembered: enough to begin with, too few to be worth asking for.
     */
    private static final int TOLD_TO_THE_CROWD = 8;

    private static final int LIFETIME = Announce.tick(Intervals.lifetime()) + 1;

    private final Swarms shared;
    private @Nullable Roster v4;
    private @Nullable Roster v6;
    private int browserSeeders;
    private int browserLeechers;
    private boolean ended;

    /** Seeders in the upper half, leechers in the lower: read together without a lock. */
    private volatile long population;

    private volatile int partial;
    private volatile long completed;

    Swarm(Swarms shared, long completed) {
        this.shared = shared;
        this.completed = completed;
    }

    /**
     * Notes an announce and answers it, in place, with others that announced the same infohash.
     *
     * @return what became of it
     */
    public synchronized Outcome announce(Announce announce) {
        Roster roster = roster(announce.family);
        int place = roster.find(announce.wire, announce.exempt);
        announce.countV4 = 0;
        announce.countV6 = 0;
        Outcome outcome =
                announce.event == AnnounceEvent.STOPPED
                        ? stop(announce, roster, place)
                        : place == Roster.NOBODY
                                ? enter(announce, roster)
                                : renew(announce, roster, place);
        publish();
        announce.seeders = seeders();
        announce.leechers = leechers();
        announce.interval =
                outcome == Outcome.EARLY
                        ? Intervals.LEAST
                        : shared.intervals.seconds(
                                announce.seeders + announce.leechers, announce.draw);
        return outcome;
    }

    /** The swarm in numbers; never waits. */
    public ScrapeAnswer.Counts counts() {
        int leechers = leechers();
        int downloaders = Math.max(0, leechers - partial); // the two are read one after the other
        return new ScrapeAnswer.Counts(seeders(), leechers, completed, downloaders);
    }

    /** Peers that have everything; never waits. */
    public int seeders() {
        return (int) (population >>> 32);
    }

    /** Peers that have not, partial seeds among them; never waits. */
    public int leechers() {
        return (int) population;
    }

    /** Downloads ever finished; never waits. */
    public long completed() {
        return completed;
    }

    /** Takes over how many peers are in browsers, which are kept elsewhere and counted here. */
    public synchronized void browserPeers(int seeders, int leechers) {
        browserSeeders = ended ? 0 : seeders;
        browserLeechers = ended ? 0 : leechers;
        publish();
    }

    /** Counts a download that a browser finished. */
    public synchronized void browserCompleted() {
        completed++;
    }

    /** Seconds until a peer that is kept elsewhere is due again; never the same for all. */
    public int interval() {
        return shared.intervals.seconds(
                seeders() + leechers(), new Draw(ThreadLocalRandom.current().nextLong()));
    }

    /**
     * Forgets peers that have been silent for too long. Looks at a few places only, so that
     * announces hardly wait; call it until it says 0.
     *
     * @param below places from this one on have been looked at; start with the greatest number
     * @param seconds of the clock that announces carry
     * @return where to go on
     */
    public synchronized int expire(Family family, int below, long seconds) {
        Roster roster = known(family);
        if (roster == null) {
            return 0;
        }
        int place = Math.min(below, roster.size());
        int stop = Math.max(0, place - PLACES_IN_ONE_GO);
        while (--place >= stop) {
            while (place < roster.size() && expire(roster, place, Announce.tick(seconds))) {
                // another stands here now
            }
        }
        publish();
        return stop;
    }

    /** Forgets every peer for good; later announces are answered but not remembered. */
    public synchronized void end() {
        ended = true;
        shared.population.leave(size(v4) + size(v6));
        v4 = null;
        v6 = null;
        browserSeeders = 0;
        browserLeechers = 0;
        publish();
    }

    private Outcome stop(Announce announce, Roster roster, int place) {
        if (place != Roster.NOBODY) {
            leave(roster, place, announce);
        }
        return Outcome.STOPPED;
    }

    private Outcome enter(Announce announce, Roster roster) {
        Outcome outcome = admission(announce, roster);
        int place = Roster.NOBODY;
        if (outcome == Outcome.ANSWERED) {
            int state = State.of(announce.role, announce.version, announce.exempt);
            place =
                    roster.add(
                            announce.wire, complete(state, announce), announce.tick, announce.draw);
        }
        if (outcome == Outcome.CROWDED) {
            announce.wanted = Math.min(announce.wanted, TOLD_TO_THE_CROWD);
        }
        tell(announce, place);
        return outcome;
    }

    private Outcome admission(Announce announce, Roster roster) {
        if (ended) {
            return Outcome.FULL;
        }
        if (!announce.exempt && roster.crowded(announce.wire, shared.limits)) {
            return Outcome.CROWDED;
        }
        if (roster.size() >= shared.limits.peersPerSwarm()) {
            evict(announce, roster);
        }
        if (shared.population.enter()) {
            return Outcome.ANSWERED;
        }
        if (roster.size() == 0) {
            return Outcome.FULL;
        }
        evict(announce, roster);
        return shared.population.enter() ? Outcome.ANSWERED : Outcome.FULL;
    }

    private void evict(Announce announce, Roster roster) {
        roster.remove(roster.stalest(announce.tick, announce.draw));
        shared.population.evict();
    }

    private Outcome renew(Announce announce, Roster roster, int known) {
        int state = roster.state(known);
        boolean early =
                State.announced(state, announce.version)
                        && roster.age(known, announce.version, announce.tick) <= 1
                        && !hasNews(state, announce)
                        && !announce.exempt;
        int renewed = State.with(State.with(state, announce.version), announce.role);
        int place = roster.become(known, complete(renewed, announce));
        if (early) {
            return Outcome.EARLY;
        }
        roster.touch(place, announce.version, announce.tick);
        tell(announce, place);
        return Outcome.ANSWERED;
    }

    /**
     * Whether an announce that comes early says something new: that a download is complete, or that
     * something is left after all, as clients do once they have the metadata of a magnet link.
     */
    private static boolean hasNews(int state, Announce announce) {
        return announce.role == Role.SEEDER
                ? announce.event == AnnounceEvent.COMPLETED && !State.isCompleted(state)
                : State.isSeeder(state);
    }

    /** A download counts once for each peer, and only when nothing is left. */
    private int complete(int state, Announce announce) {
        if (announce.event != AnnounceEvent.COMPLETED
                || announce.role != Role.SEEDER
                || State.isCompleted(state)) {
            return state;
        }
        completed++;
        return State.completed(state);
    }

    private void leave(Roster roster, int place, Announce announce) {
        int state = State.without(roster.state(place), announce.version);
        if (State.gone(state) && !State.isCompleted(state)) {
            forget(roster, place);
        } else {
            if (State.gone(state)) {
                InfohashVersion.BOTH.forEach(v -> roster.touch(place, v, announce.tick));
            }
            roster.become(place, state);
        }
    }

    /**
     * Looks whether a peer is silent for too long.
     *
     * @return whether it is another's place now
     */
    private boolean expire(Roster roster, int place, int tick) {
        int before = roster.state(place);
        int state = before;
        boolean recent = false;
        for (InfohashVersion version : InfohashVersion.BOTH) {
            boolean silent = roster.age(place, version, tick) > LIFETIME;
            state = silent ? State.without(state, version) : state;
            recent |= !silent && (State.gone(before) || State.announced(before, version));
        }
        if (State.gone(state) && !recent) {
            forget(roster, place);
            return true;
        }
        return state != before && roster.become(place, state) != place;
    }

    private void forget(Roster roster, int place) {
        roster.remove(place);
        shared.population.leave(1);
    }

    /** The asker's own family comes first; the other gets what is left, a quarter at least. */
    private void tell(Announce announce, int place) {
        Family other = announce.family == Family.V4 ? Family.V6 : Family.V4;
        int reserved =
                announce.bothFamilies
                        ? Math.min(announce.wanted / 4, eligible(announce, other))
                        : 0;
        int told = tell(announce, announce.family, place, announce.wanted - reserved);
        if (announce.bothFamilies) {
            tell(announce, other, Roster.NOBODY, announce.wanted - told);
        }
    }

    private int tell(Announce announce, Family family, int asker, int wanted) {
        byte[] out = announce.peers(family);
        boolean complete = announce.role != Role.LEECHER;
        // Some clients say that nothing is left while all they have is a magnet link.
        byte[] own = shared.own(family);
        int count = 0;
        boolean mayLackMetadata = !complete || announce.event == AnnounceEvent.STARTED;
        if (own != null && mayLackMetadata && wanted > 0) {
            family.copy(own, 0, out, 0);
            count = 1;
        }
        Roster roster = known(family);
        if (roster != null) {
            int width = family.wireBytes();
            count +=
                    announce.sample.write(
                            roster,
                            announce.version,
                            complete,
                            asker,
                            wanted - count,
                            out,
                            count * width,
                            width);
        }
        if (family == Family.V4) {
            announce.countV4 = count;
        } else {
            announce.countV6 = count;
        }
        return count;
    }

    private void publish() {
        long seeders = browserSeeders + count(Role.SEEDER);
        int partialSeeds = count(Role.PARTIAL);
        long leechers = browserLeechers + count(Role.LEECHER) + partialSeeds;
        long now = seeders << 32 | leechers;
        if (now != population) {
            population = now;
        }
        if (partialSeeds != partial) {
            partial = partialSeeds;
        }
    }

    private int count(Role role) {
        return (v4 == null ? 0 : v4.count(role)) + (v6 == null ? 0 : v6.count(role));
    }

    private int eligible(Announce announce, Family family) {
        Roster roster = known(family);
        boolean complete = announce.role != Role.LEECHER;
        return roster == null ? 0 : announce.sample.eligible(roster, announce.version, complete);
    }

    private @Nullable Roster known(Family family) {
        return family == Family.V4 ? v4 : v6;
    }

    private static int size(@Nullable Roster roster) {
        return roster == null ? 0 : roster.size();
    }

    private Roster roster(Family family) {
        Roster roster = known(family);
        if (roster == null) {
            roster = new Roster(family, shared.key);
            if (family == Family.V4) {
                v4 = roster;
            } else {
                v6 = roster;
            }
        }
        return roster;
    }
}
