package io.seedhouse.tracker.swarm;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The two kinds of address a peer can have, and what of an address tells its network apart. Peers
 * are kept and sent in the wire's own form: address and port, big-endian (BEP 23 and BEP 7).
 */
public enum Family {
    /** Six bytes a peer; a network is a /24. */
    V4(4),
    /** Eighteen bytes a peer; a network is a /56, what a provider gives to one household. */
    V6(16);

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, BIG_ENDIAN);
    private static final VarHandle PORT =
            MethodHandles.byteArrayViewVarHandle(char[].class, BIG_ENDIAN);

    /** Bytes of an address. */
    private final int address;

    Family(int address) {
        this.address = address;
    }

    /** The family of an address of so many bytes: 4 or 16. */
    public static Family ofLength(int bytes) {
        return bytes == V4.address ? V4 : V6;
    }

    /** Bytes of an address without its port. */
    public int addressBytes() {
        return address;
    }

    /** Bytes of an address with its port. */
    public int wireBytes() {
        return address + 2;
    }

    /** Whether two peers, each somewhere in bytes, have the same address and port. */
    boolean same(byte[] a, int atA, byte[] b, int atB) {
        return (char) PORT.get(a, atA + address) == (char) PORT.get(b, atB + address)
                && sameAddress(a, atA, b, atB);
    }

    boolean sameAddress(byte[] a, int atA, byte[] b, int atB) {
        return this == V4
                ? (int) INT.get(a, atA) == (int) INT.get(b, atB)
                : (long) LONG.get(a, atA) == (long) LONG.get(b, atB)
                        && (long) LONG.get(a, atA + 8) == (long) LONG.get(b, atB + 8);
    }

    /** The /24 or /56 of an address. */
    long network(byte[] bytes, int at) {
        return this == V4
                ? ((int) INT.get(bytes, at) & 0xffffffffL) >>> 8
                : (long) LONG.get(bytes, at) >>> 8;
    }

    /** All of address and port, folded into 64 bits. */
    long whole(byte[] bytes, int at) {
        char port = (char) PORT.get(bytes, at + address);
        return this == V4
                ? ((int) INT.get(bytes, at) & 0xffffffffL) << 16 | port
                : (long) LONG.get(bytes, at) * 31
                        + (long) LONG.get(bytes, at + 8) * 0x9e3779b97f4a7c15L
                        + port;
    }

    /** Copies one peer; spelled out because a general copy costs more than six bytes do. */
    void copy(byte[] from, int at, byte[] to, int position) {
        if (this == V4) {
            INT.set(to, position, (int) INT.get(from, at));
            PORT.set(to, position + 4, (char) PORT.get(from, at + 4));
        } else {
            System.arraycopy(from, at, to, position, 18);
        }
    }
}
