package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any list of networks is refused with the entry named, and membership is what arithmetic says. */
public final class NetworksFuzz {
    private NetworksFuzz() {}

    /** Called for each input: as a list, and as a network and an address. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Networks.parse(new String(input, ISO_8859_1), "the setting");
        } catch (IllegalArgumentException e) {
            if (!String.valueOf(e.getMessage()).startsWith("the setting must list networks")) {
                throw new AssertionError("does not say what is wrong", e);
            }
        }
        if (input.length > 0) {
            checkMembership(input, input[0] % 2 == 0 ? 4 : 16);
        }
    }

    private static void checkMembership(byte[] input, int length) {
        byte[] padded = Arrays.copyOf(input, 1 + 2 * length);
        byte[] network = Arrays.copyOfRange(padded, 1, 1 + length);
        byte[] other = Arrays.copyOfRange(padded, 1 + length, 1 + 2 * length);
        if (isMapped(network)) {
            return; // it is IPv4, whose addresses nobody has in sixteen bytes
        }
        int prefix = (input[input.length - 1] & 0xff) % (length * 8 + 1);
        byte[] asked = alike(network, other, input[0] >> 2 & 0x3f);
        boolean same = prefixOf(network, prefix).equals(prefixOf(asked, prefix));
        Networks parsed = Networks.parse(text(network) + "/" + prefix, "the setting");
        if (parsed.contain(Arrays.copyOf(asked, 16), length) != same
                || parsed.contain(Arrays.copyOf(asked, 16), 20 - length)) {
            throw new AssertionError(text(asked) + " in " + text(network) + "/" + prefix);
        }
    }

    private static boolean isMapped(byte[] address) {
        return address.length == 16 && prefixOf(address, 96).equals(BigInteger.valueOf(0xffff));
    }

    /** An address that begins like another: mutation finds none. */
    private static byte[] alike(byte[] one, byte[] other, int bytes) {
        int same = Math.min(bytes, one.length);
        System.arraycopy(one, 0, other, 0, same);
        return other;
    }

    private static BigInteger prefixOf(byte[] address, int prefix) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
    }

    private static String text(byte[] address) {
        return address.length == 4
                ? IntStream.range(0, 4)
                        .mapToObj(i -> String.valueOf(address[i] & 0xff))
                        .collect(Collectors.joining("."))
                : IntStream.range(0, 8)
                        .map(i -> (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff)
                        .mapToObj(i -> String.format(Locale.ROOT, "%x", i))
                        .collect(Collectors.joining(":"));
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "",
                        "10.0.0.0/8,::1",
                        "192.0.2.1, 2001:db8::/32 ,",
                        "0.0.0.0/0,::/0",
                        "1.2.3.4/33",
                        "::ffff:1.2.3.4/96",
                        "fe80::1%lo",
                        "01.02.03.04/08",
                        "1/1",
                        "a/b/c,-")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(",", "/", "::", ":", ".", "/0", "/32", "/128", "10.0.0.0/8", "2001:db8::");
    }
}
