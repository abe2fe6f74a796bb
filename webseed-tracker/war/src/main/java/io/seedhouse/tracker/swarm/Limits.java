package io.seedhouse.tracker.swarm;

/**
 * How many peers are remembered. A peer beyond a bound is still told of others; it is only not
 * remembered itself.
 *
 * @param peersPerSwarm of one swarm and address family; a newcomer beyond it takes the place of one
 *     that was silent for long
 * @param peers of all swarms together; one takes about 17 bytes (IPv4) or 29
 * @param peersPerAddress of one swarm at one address; people behind one provider's gateway share it
 * @param peersPerNetwork of one swarm in one /24 or /56
 */
public record Limits(int peersPerSwarm, int peers, int peersPerAddress, int peersPerNetwork) {
    private static final long BYTES_PER_PEER = 32;

    /** What the tracker runs with: all peers together take an eighth of the heap at most. */
    public static final Limits USUAL =
            new Limits(
                    1_000_000,
                    (int)
                            Math.clamp(
                                    Runtime.getRuntime().maxMemory() / 8 / BYTES_PER_PEER,
                                    100_000L,
                                    20_000_000L),
                    16,
                    64);
}
