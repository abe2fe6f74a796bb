package io.seedhouse.paygate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1",
        "0.0.0.0,127.0.0.1",
        "::,127.0.0.1",
        "::1,[::1]",
        "[::1],[::1]",
        "fe80::1,[fe80::1]",
        "films.example,films.example"
    })
    void reachesItselfWhereverItListens(String bind, String host) {
        var settings = new PaymentSettings();
        settings.bind = bind;
        settings.httpPort = 8080;
        var url = URI.create(settings.loopUrl());
        assertEquals(host, url.getHost());
        assertEquals(8080, url.getPort());
    }
}
