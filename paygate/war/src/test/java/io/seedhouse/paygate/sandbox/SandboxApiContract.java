package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionExpireParams;
import io.seedhouse.paygate.sandbox.call.Call;
import io.seedhouse.paygate.sandbox.call.Idempotency;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys of either kind: who may call, and what is done once. On every database. */
abstract class SandboxApiContract extends SandboxContract {
    private String create(long amount, String key) throws StripeException {
        return stripe.checkout().sessions().create(film(amount, "usd").build(), key(key)).getId();
    }

    private static RefundCreateParams refund(String payment, long amount) {
        return RefundCreateParams.builder().setPaymentIntent(payment).setAmount(amount).build();
    }

    @Test
    void answersARepeatedRequestWithTheSameSession() throws Exception {
        var first = create(500, "k");
        assertEquals(first, create(500, "k"));
        assertNotEquals(first, create(500, "other"));
        assertThrows(IdempotencyException.class, () -> create(600, "k"));
    }

    @Test
    void answersARepeatAsItStoodThen() throws Exception {
        var opened = stripe.checkout().sessions().create(film(500, "usd").build(), key("k"));
        sandbox.pay(opened.getUrl(), GOOD_CARD);
        var again = stripe.checkout().sessions().create(film(500, "usd").build(), key("k"));
        assertEquals("open", again.getStatus());
        assertEquals(
                "true",
                again.getLastResponse().headers().firstValue("Idempotent-Replayed").orElse(""));
        assertEquals("complete", session(opened.getId()).getStatus());
    }

    @Test
    void refundsOnceHoweverOftenItIsAsked() throws Exception {
        var payment = buy(GOOD_CARD);
        var first = stripe.refunds().create(refund(payment, 200), key("r")).getId();
        assertEquals(first, stripe.refunds().create(refund(payment, 200), key("r")).getId());
        assertEquals(200, payment(payment).getLatestChargeObject().getAmountRefunded());
    }

    @Test
    void repeatsARefusalOnceTheWorkHadBegunButNotOfBadParameters() throws Exception {
        var payment = buy(GOOD_CARD);
        stripe.refunds().create(refund(payment, 500), key("all"));
        assertEquals(
                "charge_already_refunded null",
                refusal(() -> stripe.refunds().create(refund(payment, 1), key("late"))));
        assertEquals(
                "charge_already_refunded null",
                refusal(() -> stripe.refunds().create(refund(payment, 1), key("late"))));
        assertThrows(
                IdempotencyException.class,
                () -> stripe.refunds().create(refund(payment, 2), key("late")));
        assertThrows(InvalidRequestException.class, () -> create(49, "small"));
        create(50, "small");
    }

    @Test
    void takesAKeyForOneEndpointOnly() throws Exception {
        var id = create(500, "k");
        assertThrows(
                IdempotencyException.class,
                () ->
                        stripe.checkout()
                                .sessions()
                                .expire(id, SessionExpireParams.builder().build(), key("k")));
    }

    @Test
    void forgetsAKeyAfterADay() throws Exception {
        var first = create(500, "k");
        sandbox.advance(Duration.ofHours(24).minusMillis(1));
        assertEquals(first, create(500, "k"));
        sandbox.advance(Duration.ofMillis(1));
        assertNotEquals(first, create(500, "k"));
    }

    @Test
    void asksToComeBackWhileTheFirstCallIsUnderWay() throws Exception {
        var params = Params.of(Map.of());
        var call = new Call("POST", "checkout/sessions/cs_1/expire", params, null, "k");
        var idempotency = new Idempotency(database, new SandboxClock(database, clock));
        idempotency.once(
                call,
                _ -> {
                    var busy = assertThrows(ApiException.class, () -> expire("cs_1", "k"));
                    assertEquals(409, busy.getStatusCode());
                    assertEquals("idempotency_key_in_use", busy.getCode());
                    return new JsonObject();
                });
    }

    private void expire(String id, String key) throws StripeException {
        stripe.checkout().sessions().expire(id, SessionExpireParams.builder().build(), key(key));
    }

    @Test
    void doesAnewWhatAServerDiedOver() throws Exception {
        database.inTransaction(db ->
                db.createNativeQuery(
                                "insert into paygate_sandbox_call (id, path, request_hash, created)"
                                        + " values ('k', 'checkout/sessions', 'hash', :then)")
                        .setParameter("then", clock.instant())
                        .executeUpdate());
        assertThrows(IdempotencyException.class, () -> create(500, "k"));
        sandbox.advance(Duration.ofMinutes(1));
        create(500, "k");
    }

    @Test
    void answersConcurrentRepeatsWithTheSameSession() throws Exception {
        var patient =
                RequestOptions.builder().setIdempotencyKey("k").setMaxNetworkRetries(10).build();
        Callable<String> ask =
                () ->
                        stripe.checkout()
                                .sessions()
                                .create(film(500, "usd").build(), patient)
                                .getId();
        var ids = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(10)) {
            for (var id : pool.invokeAll(IntStream.range(0, 10).mapToObj(_ -> ask).toList())) {
                ids.add(id.get());
            }
        }
        assertEquals(1, ids.size());
    }

    @Test
    void knowsNoOtherKeyAndNoOtherSession() {
        assertThrows(
                AuthenticationException.class,
                () -> stripe("sk_test_guessed").checkout().sessions().retrieve("cs_test_1"));
        var missing = assertThrows(InvalidRequestException.class, () -> session("cs_test_1"));
        assertEquals(404, missing.getStatusCode());
        assertEquals("resource_missing", missing.getCode());
    }

    @Test
    void knowsNoEndpointThatTheShopDoesNotCall() {
        var unknown =
                assertThrows(InvalidRequestException.class, () -> stripe.customers().create());
        assertEquals(404, unknown.getStatusCode());
    }
}
