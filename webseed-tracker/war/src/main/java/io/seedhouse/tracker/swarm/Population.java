package io.seedhouse.tracker.swarm;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts the peers of all swarms together, so that their number has a bound. */
final class Population {
    private final int most;
    private final AtomicInteger peers = new AtomicInteger();
    private final LongAdder evicted = new LongAdder();

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

    void evict() {
        evicted.increment();
        peers.decrementAndGet();
    }

    int peers() {
        return peers.get();
    }

    long evicted() {
        return evicted.sum();
    }
}
