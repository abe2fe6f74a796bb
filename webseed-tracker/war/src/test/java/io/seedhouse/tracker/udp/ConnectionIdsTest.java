package io.seedhouse.tracker.udp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.swarm.Family;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionIdsTest {
    private static final Sender HERE = sender("192.0.2.1");
    private final ConnectionIds ids = new ConnectionIds(120);

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 4095, 4096, 100_000_000, 255 * 16})
    void holdsForTwoMinutesAndNotMuchLonger(long start) {
        ids.at(start);
        long id = ids.issue(HERE);
        for (long later : new long[] {0, 16, 60, 120}) {
            ids.at(start + later);
            assertTrue(ids.holds(id, HERE), later + " seconds later");
        }
        for (long later : new long[] {144, 600, 4096, 4096 + 60, 8192, 10_000_000}) {
            ids.at(start + later);
            assertFalse(ids.holds(id, HERE), later + " seconds later");
        }
    }

    @Test
    void isGoodForOneAddressOnly() {
        ids.at(1000);
        long id = ids.issue(HERE);
        assertFalse(ids.holds(id, sender("192.0.2.2")));
        assertFalse(ids.holds(id, sender("2001:db8::1")));
        long v6 = ids.issue(sender("2001:db8::1"));
        assertTrue(ids.holds(v6, sender("2001:db8::1")));
        assertFalse(ids.holds(v6, sender("2001:db8::2")));
        assertFalse(ids.holds(v6, sender("2001:db9::1")));
    }

    @Test
    void doesNotTakeAVersion4AddressForOneOfVersion6WithTheSameBytes() {
        ids.at(1000);
        assertNotEquals(ids.issue(sender("1.2.3.4")), ids.issue(sender("102:304::")));
    }

    @Test
    void isRefusedWithAnyBitFlipped() {
        ids.at(1000);
        long id = ids.issue(HERE);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertFalse(ids.holds(id ^ 1L << bit, HERE), "bit " + bit);
        }
        assertFalse(ids.holds(0, HERE));
        assertFalse(ids.holds(0x41727101980L, HERE));
    }

    @Test
    void meansNothingToAnotherServer() {
        ids.at(1000);
        ConnectionIds other = new ConnectionIds(120);
        other.at(1000);
        assertFalse(other.holds(ids.issue(HERE), HERE));
    }

    @Test
    void livesLongerWhereTheOperatorToleratesIt() {
        ConnectionIds tolerant = new ConnectionIds(300);
        tolerant.at(50);
        long id = tolerant.issue(HERE);
        tolerant.at(350);
        assertTrue(tolerant.holds(id, HERE));
    }

    static Sender sender(String address) {
        Sender sender = new Sender();
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        System.arraycopy(bytes, 0, sender.address, 0, bytes.length);
        sender.family = Family.ofLength(bytes.length);
        return sender;
    }
}
