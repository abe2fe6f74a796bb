package io.seedhouse.paygate.door;

import java.math.BigInteger;
import java.net.InetAddress;

/** A network in CIDR notation; a plain address is a network of one. */
record Network(InetAddress address, int prefix) {

    /**
     * @throws IllegalArgumentException naming the entry that is no network
     */
    static Network parse(String text) {
        try {
            var parts = text.split("/", 2);
            var address = InetAddress.ofLiteral(parts[0]);
            int bits = address.getAddress().length * Byte.SIZE;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("the prefix must be from 0 to " + bits);
            }
            return new Network(address, prefix);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "seedhouse.trusted-proxies must list networks such as 10.0.0.0/8, not: " + text,
                    e);
        }
    }

    boolean contains(InetAddress other) {
        int rest = address.getAddress().length * Byte.SIZE - prefix;
        return address.getClass() == other.getClass()
                && number(address).shiftRight(rest).equals(number(other).shiftRight(rest));
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
