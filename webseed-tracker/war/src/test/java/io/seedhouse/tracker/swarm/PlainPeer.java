package io.seedhouse.tracker.swarm;

import java.util.Arrays;
import java.util.HexFormat;

/** A peer's address and port, in hexadecimal as they go on the wire. */
record PlainPeer(Family family, String wire) {
    static PlainPeer of(Family family, byte[] bytes, int at) {
        byte[] wire = Arrays.copyOfRange(bytes, at, at + family.wireBytes());
        return new PlainPeer(family, HexFormat.of().formatHex(wire));
    }

    boolean hasAddressOf(PlainPeer other) {
        return beginsLike(other, family.addressBytes());
    }

    /** A /24 or /56. */
    boolean hasNetworkOf(PlainPeer other) {
        return beginsLike(other, family == Family.V4 ? 3 : 7);
    }

    private boolean beginsLike(PlainPeer other, int bytes) {
        return family == other.family && wire.regionMatches(0, other.wire, 0, 2 * bytes);
    }
}
