package io.seedhouse.publisher.door;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.8.9.1",
                "[::1]",
                "::1",
                "a.localhost"
            })
    void knowsThisMachine(String host) {
        assertTrue(Loopback.is(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "127.0.0.1.example.org",
                "localhost.example.org",
                "192.168.0.1"
            })
    void takesEveryOtherHostForPublic(String host) {
        assertFalse(Loopback.is(host));
    }
}
