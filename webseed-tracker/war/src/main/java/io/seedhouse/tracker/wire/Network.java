package io.seedhouse.tracker.wire;

import java.net.InetAddress;

/**
 * A network in CIDR notation; a plain address is a network of one.
 *
 * @param address four or sixteen bytes
 * @param prefix leading bits that all its addresses share
 */
record Network(byte[] address, int prefix) {

    /**
     * @throws IllegalArgumentException saying what is wrong
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int bits = address.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("the prefix must be from 0 to " + bits);
        }
        return new Network(address, prefix);
    }

    /** Whether an address, of which only the first {@code length} bytes count, is in it. */
    boolean contains(byte[] other, int length) {
        if (length != address.length) {
            return false;
        }
        int whole = prefix >>> 3;
        for (int i = 0; i < whole; i++) {
            if (other[i] != address[i]) {
                return false;
            }
        }
        int rest = prefix & 7;
        return rest == 0 || ((other[whole] ^ address[whole]) & 0xff) >>> (8 - rest) == 0;
    }
}
