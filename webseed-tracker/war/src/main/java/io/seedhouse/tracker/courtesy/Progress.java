package io.seedhouse.tracker.courtesy;

import java.util.concurrent.TimeUnit;

/**
 * Tells whether a swarm stands still. Peers do not report what they have in any way worth
 * believing, but a swarm that works finishes downloads: when there were leechers for {@value
 * #STALL_MINUTES} minutes and nobody finished, it is taken to stand still. A large film in a small
 * swarm may be taken wrongly for standing still; that costs the web seed some bytes and nobody else
 * anything. It stays so for {@value #RESPITE_MINUTES} minutes: what finishes then was helped by us
 * and proves nothing.
 */
final class Progress {
    static final int STALL_MINUTES = 15;
    static final int RESPITE_MINUTES = 60;

    private static final long STALL = TimeUnit.MINUTES.toNanos(STALL_MINUTES);
    private static final long RESPITE = TimeUnit.MINUTES.toNanos(RESPITE_MINUTES);

    /** After so long without a look, nothing is known about the time between. */
    private static final long UNSEEN = TimeUnit.MINUTES.toNanos(5);

    private long completed = -1;
    private long since;
    private long lastLook;
    private long respiteEnds = Long.MIN_VALUE;

    synchronized boolean isStalled(Crowd crowd, long now) {
        boolean moved = crowd.completed() != completed || crowd.leechers() == 0;
        if (moved || now - lastLook > UNSEEN) {
            completed = crowd.completed();
            since = now;
        }
        lastLook = now;
        if (now - since >= STALL) {
            since = now;
            respiteEnds = now + RESPITE;
        }
        return now < respiteEnds;
    }
}
