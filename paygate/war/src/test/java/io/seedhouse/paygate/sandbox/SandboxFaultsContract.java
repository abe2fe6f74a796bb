package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionListParams;
import io.seedhouse.paygate.sandbox.call.Answer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What tests can let go wrong, and the clock they can move, on every database. */
abstract class SandboxFaultsContract extends SandboxContract {
    private String create(RequestOptions options) throws Exception {
        return stripe.checkout().sessions().create(film(500, "usd").build(), options).getId();
    }

    private long sessions() throws Exception {
        return stripe.checkout()
                .sessions()
                .list(SessionListParams.builder().setLimit(100L).build())
                .getData()
                .size();
    }

    @Test
    void answersOfItsOwnMistakesAndAgainUnderTheSameKey() throws Exception {
        sandbox.fault("500", 1);
        var broken = assertThrows(ApiException.class, () -> create(key("k")));
        assertEquals(500, broken.getStatusCode());
        assertThrows(ApiException.class, () -> create(key("k")));
        create(key("other"));
        assertEquals(1, sessions());
    }

    @Test
    void answersThatItIsTooMuchAndDoesItLater() throws Exception {
        sandbox.fault("429", 2);
        assertThrows(RateLimitException.class, () -> create(key("k")));
        assertThrows(RateLimitException.class, () -> create(key("k")));
        create(key("k"));
        assertEquals(1, sessions());
    }

    @Test
    void doesTheWorkThoughTheConnectionBreaks() throws Exception {
        sandbox.fault("drop", 1);
        assertThrows(ApiConnectionException.class, () -> create(key("k")));
        assertEquals(1, sessions());
        create(key("k"));
        assertEquals(1, sessions());
    }

    @Test
    void doesTheWorkThoughTheAnswerComesTooLate() throws Exception {
        var told = new CountDownLatch(1);
        sandbox.deliverTo((_, _) -> {
            told.countDown();
            return 200;
        });
        var id = open().getId();
        sandbox.fault("timeout", 1);
        var impatient = RequestOptions.builder().setReadTimeout(200).build();
        assertThrows(
                ApiConnectionException.class,
                () -> stripe.checkout().sessions().expire(id, impatient));
        assertTrue(told.await(20, TimeUnit.SECONDS));
        assertEquals("expired", session(id).getStatus());
    }

    private Answer wish(String key, String body, boolean clock) {
        var controls = sandbox.standIn().controls();
        return controls.answer("Bearer " + key, body, clock ? controls::advance : controls::faults);
    }

    @Test
    void movesItsClockForwardOnlyAndForThoseWithTheKeyOnly() {
        var before = sandbox.now();
        assertEquals(200, wish(RunningSandbox.API_KEY, "{\"advance\": 3600}", true).status());
        assertEquals(before.plusSeconds(3600), sandbox.now());
        for (var bad : new String[] {"{\"advance\": -1}", "{\"advance\": 1e9}", "{", "[]"}) {
            assertEquals(400, wish(RunningSandbox.API_KEY, bad, true).status(), bad);
        }
        assertEquals(401, wish("guessed", "{\"advance\": 1}", true).status());
        assertEquals(before.plusSeconds(3600), sandbox.now());
    }

    @Test
    void keepsItsTimeOverARestart() {
        sandbox.advance(Duration.ofDays(10));
        try (var restarted = new RunningSandbox(database, clock)) {
            assertEquals(sandbox.now(), restarted.now());
        }
    }

    @Test
    void refusesAFaultItDoesNotKnow() {
        var kind = wish(RunningSandbox.API_KEY, "{\"next\": 1, \"kind\": \"fire\"}", false);
        assertEquals(400, kind.status());
        assertTrue(kind.json().contains("There is no such kind"), kind.json());
        assertEquals(400, wish(RunningSandbox.API_KEY, "{\"events\": \"lost\"}", false).status());
        assertEquals(400, wish(RunningSandbox.API_KEY, "{\"next\": 1001}", false).status());
        assertEquals(400, wish(RunningSandbox.API_KEY, "{\"more\": 1}", false).status());
    }
}
