package io.seedhouse.paygate.door;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The network an address is of, which tells a provider and a region and not a household: evidence
 * in a dispute that is no list of people.
 *
 * @param text {@code 203.0.113.0/24} of IPv4, {@code 2001:db8:1::/48} of IPv6
 */
public record AddressPrefix(String text) {

    static AddressPrefix of(InetAddress address) {
        var bytes = address.getAddress();
        return new AddressPrefix(bytes.length == 4 ? ofIpv4(bytes) : ofIpv6(bytes));
    }

    private static String ofIpv4(byte[] bytes) {
        return "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
    }

    /** As RFC 5952 writes it: groups of zeros at the end are part of the double colon. */
    private static String ofIpv6(byte[] bytes) {
        var groups = ByteBuffer.wrap(bytes).asShortBuffer();
        var written =
                IntStream.range(0, 3)
                        .mapToObj(at -> Integer.toHexString(groups.get(at) & 0xffff))
                        .collect(Collectors.joining(":"));
        return written.replaceAll("(^|:)0(:0)*$", "") + "::/48";
    }
}
