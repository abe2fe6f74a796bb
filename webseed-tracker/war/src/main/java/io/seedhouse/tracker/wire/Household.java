package io.seedhouse.tracker.wire;

import java.nio.ByteBuffer;

/**
 * By what limits count an address: an IPv4 address itself, and of an IPv6 address the /56 that a
 * provider gives to one household, since the rest is the household's own to choose.
 */
public final class Household {
    /** Tells a /56, which has 56 bits, from an IPv4 address. */
    private static final long V6 = 1L << 62;

    private Household() {}

    /**
     * Never negative, and the same for two addresses only when they are to be counted together.
     *
     * @param address of four or sixteen bytes
     */
    public static long of(byte[] address) {
        ByteBuffer bytes = ByteBuffer.wrap(address);
        return address.length == 4
                ? Integer.toUnsignedLong(bytes.getInt())
                : bytes.getLong() >>> 8 | V6;
    }
}
