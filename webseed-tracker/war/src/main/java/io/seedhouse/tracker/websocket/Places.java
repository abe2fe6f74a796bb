package io.seedhouse.tracker.websocket;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections, so that neither one network nor all together open too many. */
final class Places {
    private final Bounds bounds;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentHashMap<Long, Integer> takenBy = new ConcurrentHashMap<>();

    Places(Bounds bounds) {
        this.bounds = bounds;
    }

    boolean full() {
        return taken.get() >= bounds.connections();
    }

    boolean fullFor(Visitor visitor) {
        return !visitor.exempt()
                && takenBy.getOrDefault(visitor.origin(), 0) >= bounds.connectionsPerAddress();
    }

    /** Takes a place; false when another was quicker. */
    boolean enter(Visitor visitor) {
        int most = visitor.exempt() ? Integer.MAX_VALUE : bounds.connectionsPerAddress();
        if (takenBy.merge(visitor.origin(), 1, Integer::sum) > most) {
            forget(visitor);
            return false;
        }
        if (taken.incrementAndGet() > bounds.connections()) {
            leave(visitor);
            return false;
        }
        return true;
    }

    void leave(Visitor visitor) {
        taken.decrementAndGet();
        forget(visitor);
    }

    private void forget(Visitor visitor) {
        takenBy.computeIfPresent(visitor.origin(), (key, count) -> count == 1 ? null : count - 1);
    }
}
