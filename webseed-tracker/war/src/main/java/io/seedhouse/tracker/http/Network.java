package io.seedhouse.tracker.http;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A network in CIDR notation; a plain address is a network of one.
 *
 * @param prefix leading bits that all its addresses share
 */
record Network(InetAddress address, int prefix) {

    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address =
                    InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int bits = address.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
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
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        int rest = ours.length * Byte.SIZE - prefix;
        return ours.length == theirs.length
                && new BigInteger(1, ours)
                        .shiftRight(rest)
                        .equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
