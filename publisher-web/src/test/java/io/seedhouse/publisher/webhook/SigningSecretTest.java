package io.seedhouse.publisher.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningSecretTest {
    private static final UUID ID = UUID.fromString("5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11");

    /** From the project's own JavaScript library, "sign function works", at its version 1.0.0. */
    @Test
    void signsTheExampleOfStandardWebhooks() {
        var secret =
                new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret.text());
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(UTF_8)));
    }

    @Test
    void has256BitsThatDifferForEachKeyWebhookAndGeneration() {
        byte[] key = new byte[32];
        String first = SigningSecret.derive(key, ID, 1).text();
        assertEquals(32, Base64.getDecoder().decode(first.substring("whsec_".length())).length);
        assertEquals(first, SigningSecret.derive(key, ID, 1).text());
        assertNotEquals(first, SigningSecret.derive(key, ID, 2).text());
        assertNotEquals(first, SigningSecret.derive(key, UUID.randomUUID(), 1).text());
        key[0] = 1;
        assertNotEquals(first, SigningSecret.derive(key, ID, 1).text());
    }

    @Test
    void showsNothingToALog() {
        SigningSecret secret = SigningSecret.derive(new byte[32], ID, 1);
        assertFalse(secret.toString().contains(secret.text().substring(6)));
    }
}
