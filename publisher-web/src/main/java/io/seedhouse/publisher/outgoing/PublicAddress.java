package io.seedhouse.publisher.outgoing;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from all others, after IANA's registries of special
 * addresses for IPv4 and IPv6 (RFC 6890). Of IPv6 only what is given out (2000::/3) counts, and
 * IPv4 addresses behind a translator (NAT64, RFC 6052) as the address they stand for. 6to4 and
 * Teredo are refused whole: no server lives there, and both lead to IPv4 addresses.
 */
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC =
            blocks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20");
    private static final Block GIVEN_OUT = Block.of("2000::/3");
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");
    private static final int IPV4_LENGTH = 4;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return TRANSLATED.holds(bytes)
                ? is(translated(bytes))
                : (bytes.length == IPV4_LENGTH || GIVEN_OUT.holds(bytes))
                        && NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    private static InetAddress translated(byte[] bytes) {
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(bytes, bytes.length - IPV4_LENGTH, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    /**
     * All addresses that begin alike.
     *
     * @param length of an address, in bytes
     * @param rest bits that may differ
     */
    private record Block(int length, BigInteger first, int rest) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            byte[] bytes = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            int rest = bytes.length * Byte.SIZE - Integer.parseInt(text.substring(slash + 1));
            return new Block(bytes.length, new BigInteger(1, bytes).shiftRight(rest), rest);
        }

        boolean holds(byte[] address) {
            return address.length == length
                    && new BigInteger(1, address).shiftRight(rest).equals(first);
        }
    }
}
