package io.seedhouse.publisher.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that have belonged to the same university or provider for decades. */
class CountryTableTest {
    private static final CountryTable TABLE = CountryTable.embedded();

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, US", // Google
        "131.188.12.211, DE", // University of Erlangen
        "129.132.1.1, CH", // ETH Zürich
        "133.11.0.1, JP", // University of Tokyo
        "80.58.61.250, ES", // Telefónica
        "200.45.191.35, AR", // Telecom Argentina
        "189.203.1.1, MX", // Megacable
        "190.160.1.1, CL", // VTR
        "177.43.1.1, BR", // Vivo
        "196.216.2.1, ZA", // AFRINIC's own
        "212.58.244.20, GB", // BBC
        "2001:4860:4860::8888, US", // Google
        "2a02:8108::1, DE", // Vodafone
        "2001:200::1, JP", // WIDE
    })
    void knowsTheCountryOf(String address, String country) {
        assertEquals(country, TABLE.of(InetAddress.ofLiteral(address)).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0",
        "10.0.0.1",
        "127.0.0.1",
        "192.168.1.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void knowsNoneOf(String address) {
        assertEquals("", TABLE.of(InetAddress.ofLiteral(address)).orElse(""));
    }

    @Test
    void saysHowOldItIs() {
        assertTrue(TABLE.day().isAfter(LocalDate.of(2026, 1, 1)));
    }
}
