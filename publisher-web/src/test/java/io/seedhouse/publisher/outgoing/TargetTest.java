package io.seedhouse.publisher.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org, example.org, 443, /, example.org",
        "https://Example.ORG/a%20b?c=d, example.org, 443, /a%20b?c=d, example.org",
        "https://hooks.example.org:8443/x, hooks.example.org, 8443, /x, hooks.example.org:8443",
        "https://xn--t-iha.example/, xn--t-iha.example, 443, /, xn--t-iha.example",
        "https://1.1.1.1/x, 1.1.1.1, 443, /x, 1.1.1.1",
        "https://[2606:4700::1]:4430/, 2606:4700::1, 4430, /, [2606:4700::1]:4430"
    })
    void readsAddressesOfThePublicInternet(
            String url, String host, int port, String path, String authority) {
        Target target = Target.of(url, Reach.PUBLIC);
        assertEquals(new Target(true, host, port, path), target);
        assertEquals(authority, target.authority());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.org/ | https://",
                "ftp://example.org/ | https://",
                "example.org | such as https",
                "mailto:ann@example.org | such as https",
                "https:///x | such as https",
                "https://ann@example.org/ | user",
                "https://ann:secret@example.org/ | user",
                "https://example.org/#x | #",
                "https://tést.example/ | ASCII",
                "https://example.org/a b | ASCII",
                "https://example.org:22/ | port",
                "https://example.org:80/ | port",
                "https://example.org:0/ | port",
                "https://example.org:70000/ | port",
                "https://intranet/ | in full",
                "https://example.org./ | in full",
                "https://localhost/ | in full",
                "https://127.0.0.1/ | not public",
                "https://10.1.2.3/ | not public",
                "https://169.254.169.254/latest/meta-data | not public",
                "https://[::1]/ | not public",
                "https://[::ffff:10.0.0.1]/ | not public",
                "https://[fd00::1]/ | not public",
                "https://[fe80::1%25eth0]/ | in full",
                "https://0177.0.0.1/ | in full",
                "https://127.1/ | such as https",
                "https://2130706433/ | in full",
                "https://0x7f000001/ | in full",
                "https://0x7f.0.0.1/ | such as https",
                "https://1.1.1.1.1/ | such as https"
            })
    void refusesAllOthersWithTheRuleTheyBreak(String url, String part) {
        var refused = assertThrows(Invalid.class, () -> Target.of(url, Reach.PUBLIC));
        assertEquals("url", refused.field());
        assertTrue(refused.sentence().contains(part), refused.sentence());
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String url = "https://example.org/" + "x".repeat(Target.LONGEST);
        assertThrows(Invalid.class, () -> Target.of(url, Reach.PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9000/hooks",
                "http://127.0.0.1:9000/hooks",
                "http://[::1]:9000/hooks",
                "https://localhost:9443/hooks",
                "https://example.org/hooks"
            })
    void readsAddressesOfThisMachineWhereThatIsAllowed(String url) {
        assertEquals("/hooks", Target.of(url, Reach.LOOPBACK_TOO).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/", "https://10.0.0.1/", "http://192.168.0.1:9000/"})
    void allowsThisMachineOnlyAndNoOtherBesideIt(String url) {
        assertThrows(Invalid.class, () -> Target.of(url, Reach.LOOPBACK_TOO));
    }
}
