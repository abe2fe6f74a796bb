package io.seedhouse.tracker.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The connections there are, first come first, and how many each {@link
 * io.seedhouse.tracker.wire.Household} has. For one thread only.
 */
final class Guests {
    /** The network of those whom the operator spares. */
    static final long EXEMPT = -1;

    private final Bounds bounds;
    private final Set<Connection> present = new LinkedHashSet<>();
    private final Map<Long, Integer> byNetwork = new HashMap<>();

    Guests(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whether a network already has as many as it may. */
    boolean crowd(long network) {
        return network != EXEMPT && byNetwork.getOrDefault(network, 0) >= bounds.perAddress();
    }

    /**
     * Takes one more in.
     *
     * @return who must make room for it, if anybody: the first that came has had the most time
     */
    @Nullable Connection welcome(Connection connection) {
        Connection first = present.size() < bounds.connections() ? null : present.iterator().next();
        if (first != null) {
            leave(first);
        }
        present.add(connection);
        byNetwork.merge(connection.network(), 1, Integer::sum);
        return first;
    }

    /** Forgets one; once it is forgotten, does nothing. */
    void leave(Connection connection) {
        if (present.remove(connection)) {
            byNetwork.computeIfPresent(
                    connection.network(), (n, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Those of whom something is true, first come first. */
    List<Connection> those(Predicate<Connection> what) {
        List<Connection> found = new ArrayList<>();
        for (Connection connection : present) {
            if (what.test(connection)) {
                found.add(connection);
            }
        }
        return found;
    }

    int size() {
        return present.size();
    }
}
