package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class GuestsTest {
    @Test
    void takesAnAddressOrAHouseholdsNetworkForOne() {
        assertNotEquals(network("192.0.2.1"), network("192.0.2.2"));
        assertEquals(network("192.0.2.1"), network("::ffff:192.0.2.1"));
        assertEquals(network("2001:db8:0:1200::1"), network("2001:db8:0:12ff::2"));
        assertNotEquals(network("2001:db8:0:1200::1"), network("2001:db8:0:1300::1"));
        assertNotEquals(network("0.0.0.1"), network("0:0:0:100::"));
        assertNotEquals(Guests.EXEMPT, network("255.255.255.255"));
        assertNotEquals(Guests.EXEMPT, network("ffff:ffff:ffff:ffff::"));
    }

    private static long network(String address) {
        return Guests.network(InetAddress.ofLiteral(address));
    }
}
