package io.seedhouse.tracker.swarm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The peers that announced one infohash, in no order. Because order means nothing, a sample is
 * drawn in place: the first steps of a Fisher-Yates shuffle leave it at the front, every sample
 * being equally likely, in time proportional to the sample alone.
 */
final class Roll {
    private final List<Presence> entries = new ArrayList<>();

    void add(Presence entry) {
        entry.place = entries.size();
        entries.add(entry);
    }

    void remove(Presence entry) {
        swap(entry.place, entries.size() - 1);
        entries.removeLast();
    }

    /** A copy, for walking while entries are removed. */
    List<Presence> all() {
        return List.copyOf(entries);
    }

    /** At most {@code wanted} entries, drawn evenly from all but {@code except}. */
    List<Presence> sample(int wanted, @Nullable Presence except, RandomGenerator random) {
        int candidates = entries.size();
        if (except != null) {
            candidates--;
            swap(except.place, candidates);
        }
        int size = Math.min(wanted, candidates);
        for (int i = 0; i < size; i++) {
            swap(i, random.nextInt(i, candidates));
        }
        return List.copyOf(entries.subList(0, size));
    }

    private void swap(int a, int b) {
        Collections.swap(entries, a, b);
        entries.get(a).place = a;
        entries.get(b).place = b;
    }
}
