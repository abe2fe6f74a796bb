package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData.CaptureMethod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways a payment can go, on every database. */
abstract class SandboxPaymentsContract extends SandboxContract {
    private Session hold() throws Exception {
        var data = PaymentIntentData.builder().setCaptureMethod(CaptureMethod.MANUAL).build();
        return stripe.checkout()
                .sessions()
                .create(film(500, "eur").setPaymentIntentData(data).build());
    }

    private String held() throws Exception {
        var session = hold();
        sandbox.pay(session.getUrl(), GOOD_CARD);
        return sandbox.paymentOf(session.getId());
    }

    @Test
    void paysWithACardAtOnce() throws Exception {
        var payment = payment(buy(GOOD_CARD));
        assertEquals("succeeded", payment.getStatus());
        assertEquals(500, payment.getAmountReceived());
        var charge = payment.getLatestChargeObject();
        assertTrue(charge.getPaid() && charge.getCaptured());
        assertEquals("card", charge.getPaymentMethodDetails().getType());
        assertEquals(payment.getId(), stripe.charges().retrieve(charge.getId()).getPaymentIntent());
    }

    @Test
    void holdsTheMoneyUntilItIsCaptured() throws Exception {
        var session = hold();
        sandbox.pay(session.getUrl(), GOOD_CARD);
        assertEquals("complete", session(session.getId()).getStatus());
        assertEquals("unpaid", session(session.getId()).getPaymentStatus());
        var id = sandbox.paymentOf(session.getId());
        var held = payment(id);
        assertEquals("requires_capture", held.getStatus());
        assertEquals(500, held.getAmountCapturable());
        assertEquals(false, held.getLatestChargeObject().getCaptured());
        assertEquals("succeeded", stripe.paymentIntents().capture(id).getStatus());
        assertEquals("paid", session(session.getId()).getPaymentStatus());
        assertEquals(
                "payment_intent_unexpected_state intent",
                refusal(() -> stripe.paymentIntents().capture(id)));
    }

    @Test
    void disputesHeldMoneyOnceItIsCaptured() throws Exception {
        var session = hold();
        sandbox.pay(session.getUrl(), "4000000000000259");
        var id = sandbox.paymentOf(session.getId());
        assertEquals(false, payment(id).getLatestChargeObject().getDisputed());
        stripe.paymentIntents().capture(id);
        assertEquals(true, payment(id).getLatestChargeObject().getDisputed());
    }

    @Test
    void letsGoOfMoneyThatIsHeldAndOfNoneThatWasPaid() throws Exception {
        var held = held();
        var params =
                PaymentIntentCancelParams.builder()
                        .setCancellationReason(
                                PaymentIntentCancelParams.CancellationReason.DUPLICATE)
                        .build();
        var canceled = stripe.paymentIntents().cancel(held, params);
        assertEquals("canceled", canceled.getStatus());
        assertEquals("duplicate", canceled.getCancellationReason());
        assertEquals(0, canceled.getAmountReceived());
        assertEquals("payment_intent.canceled", sandbox.eventTypes().getLast());
        assertEquals(
                "payment_intent_unexpected_state intent",
                refusal(() -> stripe.paymentIntents().capture(held)));
        var paid = buy(GOOD_CARD);
        assertEquals(
                "payment_intent_unexpected_state intent",
                refusal(() -> stripe.paymentIntents().cancel(paid)));
    }

    @Test
    void holdsMoneyForSevenDays() throws Exception {
        var held = held();
        sandbox.advance(Duration.ofDays(7).minusSeconds(1));
        assertEquals("requires_capture", payment(held).getStatus());
        sandbox.advance(Duration.ofSeconds(1));
        assertEquals("canceled", payment(held).getStatus());
        assertEquals("charge.expired", sandbox.eventTypes().getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "AT611904300234573201, 10, succeeded, paid, async_payment_succeeded",
        "AT321904300235473204, 180, succeeded, paid, async_payment_succeeded",
        "AT861904300235473202, 10, requires_payment_method, unpaid, async_payment_failed",
        "AT051904300235473205, 180, requires_payment_method, unpaid, async_payment_failed"
    })
    void tellsLaterWhatBecameOfADebit(
            String iban, int seconds, String status, String sessionStatus, String event)
            throws Exception {
        var session = open();
        assertTrue(sandbox.pay(session.getUrl(), iban).endsWith(session.getId()));
        var id = sandbox.paymentOf(session.getId());
        sandbox.advance(Duration.ofSeconds(seconds).minusMillis(1));
        assertEquals("complete", session(session.getId()).getStatus());
        assertEquals("unpaid", session(session.getId()).getPaymentStatus());
        assertEquals("processing", payment(id).getStatus());
        assertEquals("pending", payment(id).getLatestChargeObject().getStatus());
        sandbox.advance(Duration.ofMillis(1));
        assertEquals(status, payment(id).getStatus());
        assertEquals(sessionStatus, session(session.getId()).getPaymentStatus());
        assertEquals(
                List.of("checkout.session.completed", "checkout.session." + event),
                sandbox.eventTypes());
    }

    @Test
    void debitsEurosOnlyAndHoldsNone() throws Exception {
        var dollars = stripe.checkout().sessions().create(film(500, "usd").build());
        var iban = "AT611904300234573201";
        assertTrue(sandbox.pay(dollars.getUrl(), iban).contains("euros only"));
        assertTrue(sandbox.pay(hold().getUrl(), iban).contains("cannot hold"));
        assertEquals("open", session(dollars.getId()).getStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000002500003155", "4000002760003184", "4000000000003220"})
    void asksWhoPaysAndPaysThen(String card) throws Exception {
        var session = open();
        assertTrue(sandbox.pay(session.getUrl(), card).contains("Complete authentication"));
        assertEquals("open", session(session.getId()).getStatus());
        assertTrue(sandbox.authenticate(session.getUrl(), true).endsWith(session.getId()));
        assertEquals("paid", session(session.getId()).getPaymentStatus());
    }

    @Test
    void paysNothingWhenTheBuyerCannotShowWhoPays() throws Exception {
        var session = open();
        sandbox.pay(session.getUrl(), "4000002760003184");
        var page = sandbox.authenticate(session.getUrl(), false);
        assertTrue(page.contains("unable to authenticate"), page);
        sandbox.pay(session.getUrl(), "4000008400001629");
        page = sandbox.authenticate(session.getUrl(), true);
        assertTrue(page.contains("Your card was declined."), page);
        assertEquals("open", session(session.getId()).getStatus());
        sandbox.pay(session.getUrl(), GOOD_CARD);
        assertEquals("paid", session(session.getId()).getPaymentStatus());
    }

    @Test
    void takesNoAuthenticationThatNobodyAskedFor() throws Exception {
        var session = open();
        var page = sandbox.authenticate(session.getUrl(), true);
        assertTrue(page.contains("name=\"card\""), page);
        sandbox.pay(session.getUrl(), "4000002760003184");
        sandbox.authenticate(session.getUrl(), false);
        sandbox.authenticate(session.getUrl(), true);
        assertEquals("open", session(session.getId()).getStatus());
    }
}
