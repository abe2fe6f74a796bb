package io.seedhouse.paygate.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.stripe.net.Webhook;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.stripe.StripeEvents.Reading;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripeEventsTest {
    private static final String SECRET = "whsec_of_this_endpoint";
    private static final String EVENT =
            """
            {"id":"evt_1","object":"event","api_version":"2019-01-01","type":"checkout.session.completed",
             "data":{"object":{"id":"cs_1","object":"checkout.session","new_in_2031":{"a":[1]}}}}\
            """;

    private final TestClock clock = new TestClock();
    private final StripeEvents events = new StripeEvents(Optional.of(SECRET), clock);

    private String sign(String payload, String secret) throws Exception {
        var time = clock.instant().getEpochSecond();
        return "t=%d,v1=%s"
                .formatted(time, Webhook.Util.computeHmacSha256(secret, time + "." + payload));
    }

    @Test
    void readsAGenuineEventOfAnyApiRelease() throws Exception {
        assertEquals(
                new Reading.Genuine("evt_1", "checkout.session.completed", "cs_1"),
                events.read(EVENT, sign(EVENT, SECRET)));
    }

    @Test
    void takesEitherSignatureWhileTheSecretIsRotated() throws Exception {
        var both = sign(EVENT, "whsec_old") + sign(EVENT, SECRET).replaceFirst("t=\\d+", "");
        assertInstanceOf(Reading.Genuine.class, events.read(EVENT, both));
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        assertForged(EVENT, sign(EVENT, "whsec_guessed"));
    }

    @Test
    void refusesAChangedBody() throws Exception {
        assertForged(EVENT.replace("cs_1", "cs_2"), sign(EVENT, SECRET));
    }

    @Test
    void refusesASignatureOlderThanFiveMinutes() throws Exception {
        var signature = sign(EVENT, SECRET);
        clock.advance(Duration.ofSeconds(299));
        assertInstanceOf(Reading.Genuine.class, events.read(EVENT, signature));
        clock.advance(Duration.ofSeconds(2));
        assertForged(EVENT, signature);
    }

    @Test
    void refusesAHeaderThatIsMissingOrNoSignature() {
        assertForged(EVENT, "");
        assertForged(EVENT, "t=now,v1=00");
        assertForged(EVENT, "v1=00");
        assertForged(EVENT, "t");
        assertForged(EVENT, "t=1,v1");
        assertForged(EVENT, "t=1,v1=");
        assertForged(EVENT, "=,=");
        assertForged(EVENT, ",");
        assertInstanceOf(Reading.Forged.class, events.read(EVENT, null));
    }

    @Test
    void tellsASignedBodyThatIsNoEvent() throws Exception {
        for (var body : new String[] {"", "not json", "[]", "{}", "{\"id\":{}}"}) {
            assertInstanceOf(Reading.Garbled.class, events.read(body, sign(body, SECRET)), body);
        }
    }

    @Test
    void believesNothingWithoutASecret() throws Exception {
        var deaf = new StripeEvents(Optional.empty(), clock);
        assertInstanceOf(Reading.Deaf.class, deaf.read(EVENT, sign(EVENT, SECRET)));
    }

    private void assertForged(String payload, String signature) {
        assertInstanceOf(Reading.Forged.class, events.read(payload, signature));
    }
}
