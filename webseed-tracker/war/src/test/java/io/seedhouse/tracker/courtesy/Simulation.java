package io.seedhouse.tracker.courtesy;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A film of four gibibytes, those who have it, those who fetch it, and a web seed, in steps of a
 * second and units of a mebibyte. Seeders upload what their line allows. Leechers do too, as far as
 * they have something. What peers offer is spread evenly, and so is what the web seed offers: its
 * line among those it serves freely, the courtesy rate among those it slows. Everyone pulls the
 * whole file from the web seed meanwhile, at once or range after range.
 */
final class Simulation {
    private static final double FILM = 4096;
    private static final double LINE_OF_WEB_SEED = 20;
    private static final double COURTESY_RATE = 2;
    private static final double LINE_OF_PEER = 8;
    private static final Pull WHOLE = new Pull(4L << 30, false);
    private static final int LONGEST = 48 * 3600;

    private final CourtesyPolicy policy;
    private final Progress progress = new Progress();

    /** Of each leecher: they are all served alike. */
    private final Trickle trickle = new Trickle();

    private Pull pull = WHOLE;
    private final int seeders;
    private final double seederUpload;
    private final double leecherUpload;
    private final double[] have;
    private int second = 1;
    private int completed;
    private double fromPeers;
    private double fromWebSeed;
    private double leastWebSeedSpeed = Double.MAX_VALUE;

    Simulation(
            CourtesyPolicy policy,
            int seeders,
            double seederUpload,
            int leechers,
            double leecherUpload) {
        this.policy = policy;
        this.seeders = seeders;
        this.seederUpload = seederUpload;
        this.leecherUpload = leecherUpload;
        this.have = new double[leechers];
    }

    Simulation inRangesOf(long bytes) {
        pull = new Pull(bytes, false);
        return this;
    }

    int secondsUntilAllHaveIt() {
        while (leechers() > 0 && second < LONGEST) {
            run(1);
        }
        return second;
    }

    void run(int seconds) {
        for (int end = second + seconds; second < end; second++) {
            step();
        }
    }

    /** What one more pull would get of the web seed now, in mebibytes a second. */
    double speedOf(Pull pull) {
        boolean slowed = slows(pull, pull.bytes());
        int others = slows() == slowed ? leechers() : 0;
        return (slowed ? COURTESY_RATE : LINE_OF_WEB_SEED) / (others + 1);
    }

    double secondsFor(Pull pull) {
        return pull.bytes() / (double) (1 << 20) / speedOf(pull);
    }

    /** What the slowest has of the film. */
    double least() {
        return Arrays.stream(have).min().orElse(0);
    }

    double shareOfWebSeed() {
        return fromWebSeed / (fromWebSeed + fromPeers);
    }

    double leastWebSeedSpeed() {
        return leastWebSeedSpeed;
    }

    private int leechers() {
        return have.length - completed;
    }

    private boolean slows() {
        return slows(pull, trickle.bytes(now()) + pull.bytes());
    }

    private long now() {
        return TimeUnit.SECONDS.toNanos(second);
    }

    private boolean slows(Pull pull, long together) {
        Crowd crowd = new Crowd(seeders + completed, leechers(), completed);
        return policy.slows(pull, together, crowd, progress.isStalled(crowd, now()));
    }

    private void step() {
        int leechers = leechers();
        if (leechers == 0) {
            return;
        }
        double offered = seeders * seederUpload;
        for (double part : have) {
            offered += part > 0 ? leecherUpload : 0;
        }
        double peers = Math.min(LINE_OF_PEER, offered / leechers);
        double web = (slows() ? COURTESY_RATE : LINE_OF_WEB_SEED) / leechers;
        leastWebSeedSpeed = Math.min(leastWebSeedSpeed, web);
        web = Math.min(LINE_OF_PEER - peers, web);
        trickle.add((long) (web * (1 << 20)), now());
        fromPeers += peers * leechers;
        fromWebSeed += web * leechers;
        double head = 0.0;
        for (int i = 0; i < have.length; i++) {
            head += 0.1 / have.length; // nobody is quite like another: they finish one by one
            have[i] += have[i] >= FILM ? 0 : (peers + web) * (0.95 + head);
        }
        completed = (int) Arrays.stream(have).filter(part -> part >= FILM).count();
    }
}
