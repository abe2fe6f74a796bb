package io.seedhouse.publisher.session;

import java.net.InetAddress;
import java.util.Arrays;

/** The part of an address that names a network and nobody in it. */
final class Network {
    private static final int OF_IPV6 = 6;

    private Network() {}

    /**
     * {@code 203.0.113.0/24} of IPv4, {@code 2001:db8:1::/48} of IPv6.
     *
     * @param address in numbers
     */
    static String of(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        if (bytes.length == 4) {
            return "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
        }
        return prefix(Arrays.copyOf(bytes, OF_IPV6));
    }

    private static String prefix(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            text.append(i == 0 ? "" : ":");
            text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        }
        return text.toString().replaceAll("(^|:)0(:0)*$", "") + "::/48";
    }
}
