package io.seedhouse.tracker.swarm;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** What all swarms share: bounds, intervals, and the tracker's own peer. */
public final class Swarms {
    final Limits limits;
    final Intervals intervals;
    final Population population;

    /** Keys the hashes by which peers are found, so that no stranger can make them collide. */
    final long key = new SecureRandom().nextLong();

    private volatile byte @Nullable [] ownV4;
    private volatile byte @Nullable [] ownV6;

    /** No swarms yet. */
    public Swarms(Limits limits, Intervals intervals) {
        this.limits = limits;
        this.intervals = intervals;
        this.population = new Population(limits.peers());
    }

    /**
     * An empty swarm.
     *
     * @param completed downloads finished before this server started
     */
    public Swarm begin(long completed) {
        return new Swarm(this, completed);
    }

    /**
     * Names our own peer, which knows every admitted torrent's metadata: from now on it is in each
     * answer to who still fetches.
     *
     * @param wire its address and port, six or eighteen bytes
     */
    public void tellOf(Family family, byte[] wire) {
        if (family == Family.V4) {
            ownV4 = wire.clone();
        } else {
            ownV6 = wire.clone();
        }
    }

    byte @Nullable [] own(Family family) {
        return family == Family.V4 ? ownV4 : ownV6;
    }

    /** How long peers wait. */
    public Intervals intervals() {
        return intervals;
    }

    /** Peers of all swarms together. */
    public int peers() {
        return population.peers();
    }

    /** Peers that had to make room for others, since the start. */
    public long evicted() {
        return population.evicted();
    }
}
