package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.tracker.swarm.Family;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PublicAddressesTest {
    private static final InetAddress ANY = InetAddress.ofLiteral("::");
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void areTheOnesThatTheOperatorNamesInTheWiresForm() {
        PublicAddresses named = PublicAddresses.named(" 203.0.113.7, 2001:db8::7,", "setting");
        assertEquals(
                Map.of(
                        Family.V4,
                        "cb0071071b3a",
                        Family.V6,
                        "20010db8000000000000000000000007" + "1b3a"),
                wire(named));
    }

    @Test
    void mustBeAddressesNotNames() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PublicAddresses.named("203.0.113.7,example.org", "the-setting"));
        assertEquals(
                "the-setting must list addresses such as 203.0.113.7, not: example.org",
                refused.getMessage());
    }

    @Test
    void areOtherwiseWhereTheBaseUrlLeads() {
        assertEquals(Map.of(Family.V4, "cb0071071b3a"), of("http://203.0.113.7:8080", ANY));
        assertEquals(
                Map.of(Family.V6, "20010db80000000000000000000000071b3a"),
                of("https://[2001:db8::7]/", ANY));
        assertEquals(Map.of(Family.V4, "7f0000011b3a"), of("http://127.0.0.1:8080", LOOPBACK));
        assertEquals(Map.of(), of("nonsense:x", ANY));
    }

    @Test
    void areTheFirstOfEachFamilyThatCanLeadToWhereWeListen() {
        String[] all = {"127.0.0.1", "::1", "203.0.113.7", "203.0.113.8", "2001:db8::7"};
        assertEquals(Map.of(Family.V4, "7f0000011b3a"), wire(resolved(LOOPBACK, all)));
        assertEquals(
                Map.of(Family.V4, "cb0071071b3a"),
                wire(resolved(InetAddress.ofLiteral("10.0.0.5"), all)));
        assertEquals(
                Map.of(Family.V4, "7f0000011b3a", Family.V6, "0".repeat(31) + "1" + "1b3a"),
                wire(resolved(ANY, all)));
        assertEquals(Map.of(), wire(resolved(LOOPBACK, "203.0.113.7")));
    }

    @Test
    void areNoneWhenTheNameDoesNotResolveOrNotInTime() {
        var unknown =
                PublicAddresses.of(
                        () -> {
                            throw new UnknownHostException("example.org");
                        },
                        ANY,
                        20);
        assertEquals(Map.of(), wire(unknown));
        CountDownLatch never = new CountDownLatch(1);
        var late =
                PublicAddresses.of(
                        () -> {
                            never.await();
                            return new InetAddress[] {LOOPBACK};
                        },
                        ANY,
                        0);
        never.countDown();
        assertEquals(Map.of(), wire(late));
    }

    private static PublicAddresses resolved(InetAddress bound, String... addresses) {
        InetAddress[] all =
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        return PublicAddresses.of(() -> all, bound, 20);
    }

    private static Map<Family, String> of(String base, InetAddress bound) {
        return wire(PublicAddresses.of(URI.create(base), bound));
    }

    private static Map<Family, String> wire(PublicAddresses addresses) {
        Map<Family, String> wire = new HashMap<>();
        addresses.forEach(
                6970, (family, bytes) -> wire.put(family, HexFormat.of().formatHex(bytes)));
        return wire;
    }
}
