package io.seedhouse.tracker.websocket;

/**
 * How many connections are held open. One that sends nothing costs a few kilobytes; the worst a
 * stranger can make of it is {@link Receiver#LONGEST_MESSAGE} half received and {@link
 * Connection#MOST_QUEUED} unread.
 *
 * @param connections of everybody, at least 1
 * @param connectionsPerAddress from one IPv4 address or one /56 of IPv6, at least 1
 */
public record Bounds(int connections, int connectionsPerAddress) {
    /** What the tracker runs with unless the operator says otherwise. */
    public static final Bounds USUAL = new Bounds(10_000, 32);

    public Bounds {
        if (connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "at least one connection must be allowed, not %d and %d per address"
                            .formatted(connections, connectionsPerAddress));
        }
    }
}
