package io.seedhouse.tracker.webseed;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of places, and a bounded line of those who wait for one. First come, first. One
 * household has only so many of both together, so that it leaves some to the others.
 */
final class Places {
    /** The household of those whom the operator spares. */
    static final long EXEMPT = -1;

    /** What became of somebody who wants a place. */
    enum Entry {
        GRANTED,
        WAITS,
        FULL
    }

    private record Waiting(long household, Runnable granted) {}

    private final int longest;
    private final int perHousehold;
    private final LinkedHashSet<Waiting> line = new LinkedHashSet<>();
    private final Map<Long, Integer> byHousehold = new HashMap<>();
    private int free;

    /**
     * @param longest the line may be
     * @param perHousehold places and waits of one
     */
    Places(int places, int longest, int perHousehold) {
        this.free = places;
        this.longest = longest;
        this.perHousehold = perHousehold;
    }

    /** Takes a place if one is free. */
    synchronized boolean take(long household) {
        if (free == 0 || !counts(household)) {
            return false;
        }
        free--;
        return true;
    }

    /** Takes a place or joins the line; {@code granted} is run by whoever leaves. */
    synchronized Entry takeOrWait(long household, Runnable granted) {
        if (take(household)) {
            return Entry.GRANTED;
        }
        if (line.size() >= longest || !counts(household)) {
            return Entry.FULL;
        }
        line.add(new Waiting(household, granted));
        return Entry.WAITS;
    }

    /** Leaves the line; false when a place was granted already. */
    synchronized boolean giveUp(long household, Runnable granted) {
        boolean waited = line.remove(new Waiting(household, granted));
        if (waited) {
            forget(household);
        }
        return waited;
    }

    /** Gives a place back, to the first in line if there is one. */
    void leave(long household) {
        Runnable next = next(household);
        if (next != null) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next(long household) {
        forget(household);
        if (line.isEmpty()) {
            free++;
            return null;
        }
        return line.removeFirst().granted();
    }

    /** Counts one more of a household; false when it has as many as it may. */
    private boolean counts(long household) {
        if (household != EXEMPT) {
            int had = byHousehold.getOrDefault(household, 0);
            if (had >= perHousehold) {
                return false;
            }
            byHousehold.put(household, had + 1);
        }
        return true;
    }

    private void forget(long household) {
        byHousehold.computeIfPresent(household, (same, count) -> count == 1 ? null : count - 1);
    }
}
