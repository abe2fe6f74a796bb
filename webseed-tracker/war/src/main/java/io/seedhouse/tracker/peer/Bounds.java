package io.seedhouse.tracker.peer;

/**
 * What clients may cost us. An honest one stays far below all of this: it connects once, says less
 * than a KiB, takes the metadata and goes.
 *
 * @param connections at once; a newcomer beyond takes the place of the one that came first
 * @param perAddress at once from one IPv4 address or one /56; a newcomer beyond is turned away
 * @param greetingMillis until the handshake must be there
 * @param idleMillis between two whole messages; bytes that complete none do not count
 * @param lifeMillis of a connection, however busy
 * @param bytesHeard of a connection; more is a flood
 * @param messageBytes of one message that we pass over, such as a bitfield
 * @param bytesPerSecond that all connections together are sent; beyond it answers wait
 */
record Bounds(
        int connections,
        int perAddress,
        long greetingMillis,
        long idleMillis,
        long lifeMillis,
        int bytesHeard,
        int messageBytes,
        int bytesPerSecond) {

    static final Bounds USUAL =
            new Bounds(512, 16, 10_000, 60_000, 300_000, 1 << 20, 256 << 10, 8 << 20);
}
