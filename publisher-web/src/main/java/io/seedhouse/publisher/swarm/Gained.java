package io.seedhouse.publisher.swarm;

import io.seedhouse.tracker.api.Deliveries.Delivered;

/**
 * What a torrent's deliveries grew by since they were read before. The tracker counts from its own
 * start on: numbers that have fallen were counted anew, and all of them is new then.
 */
record Gained(long sent, long completed, long needed) {
    private static final Delivered NOTHING = new Delivered(0, 0, 0);

    /** By a node that has read nothing yet, which started with the tracker. */
    static Gained sinceStart(Delivered now) {
        return between(NOTHING, now);
    }

    static Gained between(Delivered before, Delivered now) {
        boolean anew = now.bytes() < before.bytes() || now.completed() < before.completed();
        Delivered base = anew ? NOTHING : before;
        long completed = now.completed() - base.completed();
        return new Gained(now.bytes() - base.bytes(), completed, completed * now.torrentBytes());
    }
}
