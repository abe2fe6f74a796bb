package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxPolicyTest {
    private static final String HERE = "http://localhost:8080";
    private static final String SHOP = "https://films.example";

    private static boolean mayRun(boolean key, String url, String wish, boolean live) {
        return new SandboxPolicy(key, URI.create(url), Optional.of(wish), live).refusal().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HERE,
                "http://127.0.0.1:9000",
                "http://127.8.9.10",
                "http://[::1]:8080",
                "http://shop.localhost"
            })
    void runsOnALoopbackAddress(String url) {
        assertTrue(mayRun(false, url, "", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHOP,
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://10.0.0.1",
                "nothing"
            })
    void staysOffElsewhere(String url) {
        assertFalse(mayRun(false, url, "", false));
    }

    @Test
    void runsElsewhereOnlyWhenToldTo() {
        assertTrue(mayRun(false, SHOP, "on", false));
        assertFalse(mayRun(false, SHOP, "off", false));
        assertFalse(mayRun(false, HERE, "off", false));
    }

    @Test
    void refusesAWishItDoesNotUnderstand() {
        var policy = new SandboxPolicy(false, URI.create(HERE), Optional.of("\u0020False"), false);
        assertEquals(
                Optional.of(
                        "Payments are not configured: SEEDHOUSE_SANDBOX is \"False\"; set it to on or off, or leave it out."),
                policy.refusal());
        assertFalse(mayRun(false, SHOP, "true", false));
        assertTrue(mayRun(false, HERE, "ON", false));
        assertFalse(mayRun(false, HERE, " Off", false));
    }

    @Test
    void neverRunsBesideAStripeKey() {
        assertFalse(mayRun(true, HERE, "on", false));
    }

    @Test
    void neverRunsWhereRealMoneyWasTaken() {
        assertFalse(mayRun(false, HERE, "on", true));
    }

    @Test
    void saysInOneSentenceWhatToDo() {
        var reason = new SandboxPolicy(false, URI.create(SHOP), Optional.empty(), false).refusal();
        assertEquals(
                Optional.of(
                        "Payments are not configured; set STRIPE_SECRET_KEY, or SEEDHOUSE_SANDBOX=on to try the shop without money."),
                reason);
    }
}
