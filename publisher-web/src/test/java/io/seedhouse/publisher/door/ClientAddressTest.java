package io.seedhouse.publisher.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private final ClientAddress direct = trusting("");
    private final ClientAddress proxied = trusting("10.0.0.0/8, ::1");

    @Test
    void believesNobodyUnlessProxiesAreNamed() {
        assertEquals("10.0.0.1", direct.of("10.0.0.1", List.of("192.0.2.7")));
        assertEquals("203.0.113.5", proxied.of("203.0.113.5", List.of("192.0.2.7")));
    }

    @Test
    void countsTheBuyersBehindOurProxyApart() {
        assertEquals("192.0.2.7", proxied.of("10.0.0.1", List.of("192.0.2.7")));
        assertEquals("192.0.2.8", proxied.of("::1", List.of("192.0.2.8")));
    }

    @Test
    void takesTheRightmostAddressThatIsNoProxyOfOurs() {
        List<String> lines = List.of("198.51.100.1,192.0.2.7", "10.9.9.9 , 10.0.0.2");
        assertEquals("192.0.2.7", proxied.of("10.0.0.1", lines));
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        assertEquals("10.0.0.2", proxied.of("10.0.0.1", List.of("192.0.2.7, unknown, 10.0.0.2")));
        assertEquals("10.0.0.1", proxied.of("10.0.0.1", List.of("")));
    }

    @Test
    void countsAHouseholdOfIpv6AddressesAsOneClient() {
        String one = direct.of("2001:db8:1:2:3::4", List.of());
        assertEquals(one, direct.of("2001:db8:1:2:ffff::9", List.of()));
        assertNotEquals(one, direct.of("2001:db8:1:3:3::4", List.of()));
        assertEquals(one, proxied.of("10.0.0.1", List.of("2001:db8:1:2::1")));
    }

    @Test
    void takesAnIpv4AddressInIpv6FormForWhatItIs() {
        assertEquals("192.0.2.7", proxied.of("::ffff:10.0.0.1", List.of("::ffff:192.0.2.7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "/8"})
    void namesTheEntryThatIsNoNetwork(String entry) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> trusting("10.0.0.0/8," + entry));
        assertTrue(refused.toString().endsWith(entry), refused.toString());
    }

    private static ClientAddress trusting(String list) {
        ClientAddress clients = new ClientAddress();
        clients.trusted = Optional.of(list);
        clients.read();
        return clients;
    }
}
