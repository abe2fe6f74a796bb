package io.seedhouse.tracker.courtesy;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The pace of one pull: share after share, each of which may have to wait. Used by one thread at a
 * time.
 */
public final class Pace implements AutoCloseable {
    /** Without limits; still a bound, so that one fast client cannot hold a thread. */
    static final long LARGEST_SHARE = 8 << 20;

    static final long SMALLEST_SHARE = 16 << 10;
    private static final long LARGEST_LIMITED_SHARE = 1 << 20;
    private static final long SHARE_OF_MANY_PULLS = 1 << 10;

    /** Clients hang up after twenty seconds without a byte; so long is the longest wait. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Courtesy courtesy;
    private final UUID bundle;
    private final Pull pull;
    private final long client;
    private final Lane lane;
    private @Nullable Trickle trickle;
    private long taken;
    private long share;
    private int booked;
    private long due;

    Pace(Courtesy courtesy, UUID bundle, Pull pull, long client, Lane lane) {
        this.courtesy = courtesy;
        this.bundle = bundle;
        this.pull = pull;
        this.client = client;
        this.lane = lane;
    }

    /**
     * How long the next share has to wait; ask again after that. Books the courteous, the torrent's
     * and the overall rate one after the other, each when its turn has come, so that no booking of
     * a later one is wasted on a wait for an earlier.
     *
     * @param now nanoseconds of a clock that starts near zero
     * @return nanoseconds; 0 when the share may go now
     */
    public long delay(long now) {
        if (share == 0) {
            boolean slow = isSlowed(now);
            share = share(slow);
            booked = slow ? 0 : 1;
            due = now;
        }
        while (due <= now && booked < 3) {
            due = book(booked++, now);
        }
        return Math.max(0, due - now);
    }

    /** Takes the share whose delay is over, in bytes. */
    public long take() {
        long now = share;
        share = 0;
        taken += now;
        return now;
    }

    @Override
    public void close() {
        courtesy.end(client);
        if (trickle != null) {
            trickle.giveBack(Math.max(0, pull.bytes() - taken));
        }
    }

    private boolean isSlowed(long now) {
        if (!lane.courteous.isLimited()) {
            return false;
        }
        Trickle counted = trickle;
        if (counted == null) {
            counted = courtesy.trickle(bundle, pull, client, now);
            counted.add(pull.bytes(), now);
            trickle = counted;
        }
        return courtesy.slows(bundle, pull, counted.bytes(now), lane, now);
    }

    private long book(int which, long now) {
        return switch (which) {
            case 0 -> lane.courteous.book(share, now, PATIENCE);
            case 1 -> lane.torrent.book(share, now, Long.MAX_VALUE);
            default -> courtesy.overall().book(share, now, Long.MAX_VALUE);
        };
    }

    private long share(boolean slow) {
        long full = slow ? SMALLEST_SHARE : limitedShare();
        return full == LARGEST_SHARE
                ? full
                : Math.max(SHARE_OF_MANY_PULLS, full / courtesy.pullsOf(client));
    }

    /** A sixty-fourth of a second's worth, so that many can take turns within a second. */
    private long limitedShare() {
        long least = Long.MAX_VALUE;
        if (lane.torrent.isLimited()) {
            least = lane.torrent.bytesPerSecond();
        }
        if (courtesy.overall().isLimited()) {
            least = Math.min(least, courtesy.overall().bytesPerSecond());
        }
        return least == Long.MAX_VALUE
                ? LARGEST_SHARE
                : Math.clamp(least / 64, SMALLEST_SHARE, LARGEST_LIMITED_SHARE);
    }
}
