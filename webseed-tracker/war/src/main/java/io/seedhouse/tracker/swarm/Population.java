package io.seedhouse.tracker.swarm;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the peers of all swarms together, so that their number has a bound. */
final class Population {
    private final int most;
    private final AtomicInteger peers = new AtomicInteger();

    Population(int most) {
        this.most = most;
    }

    /** Takes one place, or says that none is left. */
    boolean enter() {
        return peers.getAndUpdate(count -> count < most ? count + 1 : count) < most;
    }

    void leave(int count) {
        peers.addAndGet(-count);
    }
}
