package io.seedhouse.publisher.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
                        + "|Firefox|Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0|Edge|Windows",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Mobile Safari/537.36|Chrome|Android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
                        + "|Safari|iPhone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) Version/18.0 Safari/605.1.15|Safari|macOS",
                "<script>alert(1)</script>|''|''"
            })
    void isNamedByWordsOfOursAlone(String agent, String browser, String system) {
        Client client = Client.told(agent, "192.0.2.77");
        assertEquals(browser, client.browser());
        assertEquals(system, client.system());
    }

    @Test
    void isNamelessWithoutASelfDescription() {
        assertEquals(new Client("", "", "192.0.2.0/24"), Client.told("", "192.0.2.77"));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77,203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6,2001:db8:1::/48",
        "2001:db8:0:1::,2001:db8::/48",
        "::1,::/48"
    })
    void keepsTheNetworkOfAnAddressAndNoMore(String address, String network) {
        assertEquals(network, Client.told("", address).network());
    }
}
