package io.seedhouse.tracker.wire;

import java.net.InetAddress;

/**
 * A network in CIDR notation; a plain address is a network of one. An IPv4 network may be spelled
 * as IPv6 maps it: {@code ::ffff:10.0.0.0/104} is {@code 10.0.0.0/8} (RFC 4291, section 2.5.5.2).
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
        String literal = slash < 0 ? text : text.substring(0, slash);
        byte[] address = InetAddress.ofLiteral(literal).getAddress();
        int bits = address.length * Byte.SIZE;
        int spelled = literal.indexOf(':') < 0 ? bits : 128;
        int prefix = slash < 0 ? spelled : Integer.parseInt(text.substring(slash + 1));
        int least = spelled - bits;
        if (prefix < least || prefix > spelled) {
            throw new IllegalArgumentException(
                    "the prefix must be from " + least + " to " + spelled);
        }
        return new Network(address, prefix - least);
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
