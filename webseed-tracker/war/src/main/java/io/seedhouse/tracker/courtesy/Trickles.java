package io.seedhouse.tracker.courtesy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Everybody's, kept no longer than they count; of very many the ones used last. */
final class Trickles {
    private static final int MOST = 50_000;

    private record Whose(long household, UUID bundle) {}

    private final int most;
    private final Map<Whose, Trickle> leastUsedFirst = new LinkedHashMap<>(16, 0.75f, true);

    Trickles() {
        this(MOST);
    }

    Trickles(int most) {
        this.most = most;
    }

    synchronized Trickle of(long household, UUID bundle, long now) {
        Trickle found =
                leastUsedFirst.computeIfAbsent(new Whose(household, bundle), _ -> new Trickle());
        Iterator<Trickle> eldest = leastUsedFirst.values().iterator();
        for (Trickle next = eldest.next(); next != found; next = eldest.next()) {
            if (leastUsedFirst.size() <= most && next.bytes(now) > 0) {
                break;
            }
            eldest.remove();
        }
        return found;
    }

    synchronized int size() {
        return leastUsedFirst.size();
    }
}
