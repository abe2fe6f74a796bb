package io.seedhouse.tracker.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class HouseholdTest {
    @Test
    void isOneAddressOrWhatAProviderGivesToOne() {
        assertNotEquals(household("192.0.2.1"), household("192.0.2.2"));
        assertEquals(household("192.0.2.1"), household("::ffff:192.0.2.1"));
        assertEquals(household("2001:db8:0:1200::1"), household("2001:db8:0:12ff::2"));
        assertNotEquals(household("2001:db8:0:1200::1"), household("2001:db8:0:1300::1"));
        assertNotEquals(household("0.0.0.1"), household("0:0:0:100::"));
        assertTrue(household("255.255.255.255") >= 0);
        assertTrue(household("ffff:ffff:ffff:ffff::") >= 0);
    }

    private static long household(String address) {
        return Household.of(InetAddress.ofLiteral(address).getAddress());
    }
}
