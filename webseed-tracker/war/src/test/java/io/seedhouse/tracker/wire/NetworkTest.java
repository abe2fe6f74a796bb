package io.seedhouse.tracker.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "192.0.2.128/25,192.0.2.200,true",
        "192.0.2.128/25,192.0.2.100,false",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false",
        "0.0.0.0/0,200.1.2.3,true",
        "::/0,200.1.2.3,false",
        "::/0,2001:db8::1,true",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "::ffff:10.0.0.0/104,10.255.0.1,true",
        "::ffff:10.0.0.0/104,11.0.0.1,false",
        "::ffff:192.0.2.7,192.0.2.7,true",
        "::ffff:0:0/96,200.1.2.3,true"
    })
    void holdsTheAddressesThatShareItsPrefix(String network, String address, boolean held) {
        assertEquals(
                held, Networks.parse(network, "x").contain(bytes(address), bytes(address).length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "/8",
                "::ffff:10.0.0.0/95",
                "::1/129"
            })
    void namesTheEntryThatIsNoNetwork(String entry) {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Networks.parse("10.0.0.0/8," + entry, "x"));
        assertTrue(refused.toString().endsWith(entry), refused.toString());
    }

    private static byte[] bytes(String address) {
        return InetAddress.ofLiteral(address).getAddress();
    }
}
