package io.seedhouse.tracker.swarm;

import java.time.Duration;

/**
 * How long a peer is believed and how many are remembered. A peer beyond a bound is still told of
 * others; it is only not remembered itself.
 *
 * @param interval between two announces of a peer
 * @param leastInterval a client should not announce sooner
 * @param grace how late an announce may be before the peer counts as gone
 * @param peersPerSwarm most peers of one swarm
 * @param peers most peers of all swarms together; one takes about 300 bytes
 */
public record Limits(
        Duration interval, Duration leastInterval, Duration grace, int peersPerSwarm, int peers) {

    /** What the tracker runs with. */
    public static final Limits USUAL =
            new Limits(
                    Duration.ofSeconds(1800),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(900),
                    50_000,
                    500_000);

    Duration lifetime() {
        return interval.plus(grace);
    }
}
