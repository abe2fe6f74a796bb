package io.seedhouse.publisher.swarm;

import java.util.OptionalDouble;

/**
 * Who carried what in some time.
 *
 * @param completed downloads that finished
 * @param sent bytes that the web seed sent
 * @param needed bytes that the completed downloads needed
 */
public record Carried(long completed, long sent, long needed) {
    public static final Carried NOTHING = new Carried(0, 0, 0);

    public Carried plus(Carried other) {
        return new Carried(completed + other.completed, sent + other.sent, needed + other.needed);
    }

    /** Bytes that peers gave, at the least (docs/protocol/web-seed.md). */
    public long byPeers() {
        return Math.max(0, needed - sent);
    }

    /** The least share of bytes that peers gave, from 0 to 1; empty before the first completion. */
    public OptionalDouble share() {
        return needed <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) byPeers() / needed);
    }
}
