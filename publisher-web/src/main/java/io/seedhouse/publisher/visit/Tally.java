package io.seedhouse.publisher.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts that are not written yet. */
@ApplicationScoped
class Tally {
    /** Different counts held at once; about 15 MB. Names beyond it are counted together. */
    static final int MOST = 50_000;

    private Map<Counted, Long> counts = new HashMap<>();

    void count(Counted what) {
        add(what, 1);
    }

    synchronized void add(Counted what, long amount) {
        if (counts.size() < MOST || counts.containsKey(what)) {
            counts.merge(what, amount, Long::sum);
        } else if (!what.name().isEmpty() && counts.containsKey(what.nameless())) {
            counts.merge(what.nameless(), amount, Long::sum);
        }
    }

    /** All there is, in the order in which every node writes; none of it is left here. */
    synchronized SortedMap<Counted, Long> take() {
        SortedMap<Counted, Long> taken = new TreeMap<>(counts);
        counts = new HashMap<>();
        return taken;
    }

    /** They could not be written. */
    synchronized void giveBack(Map<Counted, Long> taken) {
        taken.forEach(this::add);
    }
}
