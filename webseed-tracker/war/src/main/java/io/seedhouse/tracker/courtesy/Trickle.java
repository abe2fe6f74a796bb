package io.seedhouse.tracker.courtesy;

import java.util.concurrent.TimeUnit;

/**
 * The small ranges that one household takes of one bundle. They count together as one pull, since a
 * client that fetches a film range after range pulls it whole. Small ones are forgotten evenly: as
 * much as one may have, in {@value #MINUTES} minutes.
 */
final class Trickle {
    private static final int MINUTES = 10;
    private static final double FORGOTTEN_A_NANO =
            CourtesyPolicy.SMALL / (double) TimeUnit.MINUTES.toNanos(MINUTES);

    private double bytes;
    private long at;

    /** So many more are asked for. */
    synchronized void add(long more, long now) {
        bytes = bytes(now) + more;
    }

    /** So many of those asked for were not sent. */
    synchronized void giveBack(long unsent) {
        bytes = Math.max(0, bytes - unsent);
    }

    /** Those not forgotten yet, rounded up. */
    synchronized long bytes(long now) {
        bytes = Math.max(0, bytes - (now - at) * FORGOTTEN_A_NANO);
        at = now;
        return (long) Math.ceil(bytes);
    }
}
