package io.seedhouse.tracker.websocket;

/**
 * How many connections are held open, and what they may make us hold. One that sends nothing costs
 * a few kilobytes; the worst a stranger can make of it alone is {@link Backlog#MOST}.
 *
 * @param connections of everybody, at least 1
 * @param connectionsPerAddress from one IPv4 address or one /56 of IPv6, at least 1
 * @param backlog bytes of messages half received or not yet sent, of all connections together;
 *     beyond it {@link Backlog#LITTLE} of each still are
 * @param remembered parts in torrents and offers not answered, of all connections together; each
 *     takes some 250 bytes
 */
public record Bounds(int connections, int connectionsPerAddress, long backlog, int remembered) {
    private static final long SIXTEENTH_OF_HEAP = Runtime.getRuntime().maxMemory() / 16;
    private static final int EACH = 250;

    /**
     * What the tracker runs with unless the operator says otherwise: two sixteenths of the heap.
     */
    public static final Bounds USUAL =
            new Bounds(
                    10_000,
                    32,
                    Math.max(4L << 20, SIXTEENTH_OF_HEAP),
                    (int) Math.clamp(SIXTEENTH_OF_HEAP / EACH, 20_000, 10_000_000));

    public Bounds {
        if (connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "at least one connection must be allowed, not %d and %d per address"
                            .formatted(connections, connectionsPerAddress));
        }
    }
}
