package io.seedhouse.packager.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bytes per second over the last ten seconds or so: what a finished part that is only compared does
 * at first says nothing about the rest. Keeps one count for each second.
 */
final class Rate {
    private static final long SECOND = 1_000_000_000;
    private static final int KEPT = 10;

    private record Count(long since, long bytes) {}

    private final Deque<Count> counts = new ArrayDeque<>();
    private long now;

    Rate(long now) {
        this.now = now;
        counts.add(new Count(now, 0));
    }

    void add(long time, long bytes) {
        long before = now;
        now = time;
        Count last = counts.removeLast();
        if (time - last.since() < SECOND) {
            counts.add(new Count(last.since(), last.bytes() + bytes));
            return;
        }
        counts.add(last);
        counts.add(new Count(before, bytes));
        if (counts.size() > KEPT) {
            counts.removeFirst();
        }
    }

    /** 0 while nothing is known. */
    double perSecond() {
        long nanos = now - counts.getFirst().since();
        long bytes = counts.stream().mapToLong(Count::bytes).sum();
        return nanos <= 0 ? 0 : Math.max(0, bytes * (double) SECOND / nanos);
    }
}
