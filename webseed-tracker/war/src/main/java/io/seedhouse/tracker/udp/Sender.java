package io.seedhouse.tracker.udp;

import io.seedhouse.tracker.swarm.Family;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where a datagram came from; one is filled anew for each. A version 4 address that arrives at a
 * socket of version 6 ({@code ::ffff:a.b.c.d}) counts as what it is. It prints as nothing.
 */
final class Sender {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final int MAPPED = 0xffff0000; // 0 0 ff ff, as a little-endian machine reads it

    final byte[] address = new byte[16];
    Family family = Family.V4;

    void v4(MemorySegment bytes, long at) {
        family = Family.V4;
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, address, 0, 4);
    }

    void v6(MemorySegment bytes, long at) {
        if (bytes.get(LONG, at) == 0 && bytes.get(INT, at + 8) == MAPPED) {
            v4(bytes, at + 12);
        } else {
            family = Family.V6;
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, address, 0, 16);
        }
    }

    @Override
    public String toString() {
        return "Sender[hidden]";
    }
}
