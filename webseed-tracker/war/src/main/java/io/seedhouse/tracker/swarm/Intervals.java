package io.seedhouse.tracker.swarm;

/**
 * How long a peer waits until it announces again. Those of a small swarm come oftener, for there
 * each newcomer matters; those of a large one more seldom, for they have enough. When the tracker
 * nears what it can do, everybody waits longer. Each answer differs a little, or peers that came
 * together would come together for ever.
 */
public final class Intervals {
    /** A client that announces sooner gets its answer, but no peers. */
    public static final int LEAST = 60;

    private static final int SMALL = 20;
    private static final int LARGE = 10_000;
    private static final int LONGEST = 3600;
    private static final int GRACE = 900;

    /** In 256ths; 256 is an idle tracker, 512 one at its limit. */
    private volatile int stretch = 256;

    /**
     * Tells how busy the tracker is.
     *
     * @param load 0 for idle, 1 and more for all it can do
     */
    public void load(double load) {
        stretch = (int) (256 * (1 + Math.clamp(load, 0, 1)));
    }

    /** Seconds for a peer of a swarm of so many. */
    int seconds(int peers, Draw draw) {
        int usual = peers < SMALL ? 900 : peers < LARGE ? 1800 : 2700;
        int stretched = Math.min(LONGEST, usual * stretch >>> 8);
        return stretched - (stretched >> 4) + draw.below(stretched >> 3);
    }

    /** Seconds without an announce after which a peer is gone: the longest wait and a grace. */
    static int lifetime() {
        return LONGEST + (LONGEST >> 4) + GRACE;
    }
}
