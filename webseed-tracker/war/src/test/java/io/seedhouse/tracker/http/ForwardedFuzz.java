package io.seedhouse.tracker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever {@code X-Forwarded-For} says, the client is an address, and never one left of an address
 * that nobody trusts.
 */
public final class ForwardedFuzz {
    /**
     * Undertow's own list of a header's values breaks at some thirty; that is none of our readers.
     */
    private static final int MOST_LINES = 16;

    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
    private static final InetAddress STRANGER = InetAddress.ofLiteral("203.0.113.9");
    private static final TrustedProxies PROXIES =
            TrustedProxies.parse("10.0.0.0/8,::1,2001:db8::/32");

    private ForwardedFuzz() {}

    /** Called for each input, each of whose lines is a header. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text =
                new String(input, ISO_8859_1).lines().limit(MOST_LINES).collect(joining("\n"));
        client(text);
        require(client(text + "\n" + STRANGER.getHostAddress()).equals(STRANGER), text);
        require(client(text + ",10.2.3.4 ,no address").equals(PROXY), text);
    }

    private static InetAddress client(String text) {
        HeaderMap headers = new HeaderMap();
        text.lines().forEach(line -> headers.add(Headers.X_FORWARDED_FOR, line));
        InetAddress client = PROXIES.behind(PROXY, headers);
        int length = client.getAddress().length;
        require(length == 4 || length == 16, text);
        return client;
    }

    private static void require(boolean right, String text) {
        if (!right) {
            throw new AssertionError(text);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "",
                        "192.0.2.7",
                        "192.0.2.7:4711, 10.0.0.2",
                        "[2001:db8::7]:4711,[::1]",
                        "unknown, 10.0.0.2",
                        "192.0.2.7\n10.0.0.3, 10.0.0.2",
                        "[, ], []:1, :, ::, 1, fe80::1%lo, ::ffff:10.0.0.1",
                        ",,,")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(",", "[", "]", ":", "::1", "10.0.0.2", "%", "\n", "]:1", "2001:db8::");
    }
}
