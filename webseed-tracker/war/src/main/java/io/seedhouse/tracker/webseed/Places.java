package io.seedhouse.tracker.webseed;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** A bounded number of places, and a bounded line of those who wait for one. First come, first. */
final class Places {
    /** What became of somebody who wants a place. */
    enum Entry {
        GRANTED,
        WAITS,
        FULL
    }

    private final int longest;
    private final LinkedHashSet<Runnable> line = new LinkedHashSet<>();
    private int free;

    /**
     * @param longest the line may be
     */
    Places(int places, int longest) {
        this.free = places;
        this.longest = longest;
    }

    /** Takes a place if one is free. */
    synchronized boolean take() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    /** Takes a place or joins the line; {@code granted} is run by whoever leaves. */
    synchronized Entry takeOrWait(Runnable granted) {
        if (take()) {
            return Entry.GRANTED;
        }
        return line.size() < longest && line.add(granted) ? Entry.WAITS : Entry.FULL;
    }

    /** Leaves the line; false when a place was granted already. */
    synchronized boolean giveUp(Runnable granted) {
        return line.remove(granted);
    }

    /** Gives a place back, to the first in line if there is one. */
    void leave() {
        Runnable next = next();
        if (next != null) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        if (line.isEmpty()) {
            free++;
            return null;
        }
        return line.removeFirst();
    }
}
