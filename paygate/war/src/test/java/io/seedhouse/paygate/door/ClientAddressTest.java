package io.seedhouse.paygate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private final ClientAddress direct = trusting("");
    private final ClientAddress proxied = trusting("10.0.0.0/8, ::1");

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "2001:db8:1:2:3::4, 2001:db8:1::/48",
        "2001:db8:0:2:3::4, 2001:db8::/48",
        "2001:0:1:2::, 2001:0:1::/48",
        "2a10:10::1, 2a10:10::/48",
        "::1, ::/48",
        "::ffff:192.0.2.7, 192.0.2.0/24"
    })
    void keepsTheNetworkOfAnAddressOnly(String address, String network) {
        assertEquals(network, direct.prefixOf(address, List.of()).text());
    }

    @Test
    void believesNobodyUnlessProxiesAreNamed() {
        assertEquals("10.0.0.0/24", direct.prefixOf("10.0.0.1", List.of("192.0.2.7")).text());
        assertEquals(
                "203.0.113.0/24", proxied.prefixOf("203.0.113.5", List.of("192.0.2.7")).text());
    }

    @Test
    void takesTheRightmostAddressThatIsNoProxyOfOurs() {
        var lines = List.of("198.51.100.1,192.0.2.7", "10.9.9.9 , 10.0.0.2");
        assertEquals("192.0.2.0/24", proxied.prefixOf("10.0.0.1", lines).text());
        assertEquals("192.0.2.0/24", proxied.prefixOf("::1", lines).text());
    }

    @Test
    void looksPastThePortThatSomeProxiesAdd() {
        assertEquals("192.0.2.0/24", proxied.prefixOf("::1", List.of("192.0.2.7:4711")).text());
        assertEquals(
                "2001:db8::/48", proxied.prefixOf("::1", List.of("[2001:db8::7]:4711")).text());
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        assertEquals(
                "10.0.2.0/24",
                proxied.prefixOf("10.0.0.1", List.of("192.0.2.7, unknown, 10.0.2.2")).text());
        assertEquals("10.0.0.0/24", proxied.prefixOf("10.0.0.1", List.of("")).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "/8"})
    void namesTheEntryThatIsNoNetwork(String entry) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> trusting("10.0.0.0/8," + entry));
        assertTrue(refused.toString().endsWith(entry), refused.toString());
    }

    private static ClientAddress trusting(String list) {
        var clients = new ClientAddress();
        clients.trusted = Optional.of(list);
        clients.read();
        return clients;
    }
}
