package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.checkout.SessionService;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sandbox answers stripe-java as Stripe does, on every database. */
abstract class SandboxApiContract {
    private final RunningSandbox sandbox = new RunningSandbox(database(), new TestClock());
    private final SessionService sessions = sessions(RunningSandbox.API_KEY);

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private SessionService sessions(String apiKey) {
        return StripeClient.builder()
                .setApiKey(apiKey)
                .setApiBase(sandbox.url())
                .setMaxNetworkRetries(0)
                .build()
                .v1()
                .checkout()
                .sessions();
    }

    private static SessionCreateParams.Builder film(long amount, String currency) {
        var product = ProductData.builder().setName("Night Train").build();
        var price =
                PriceData.builder()
                        .setCurrency(currency)
                        .setUnitAmount(amount)
                        .setProductData(product)
                        .build();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("https://films.example/orders/1?s={CHECKOUT_SESSION_ID}")
                .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(price).build());
    }

    private Session create(SessionCreateParams params, String key) throws StripeException {
        return sessions.create(params, RequestOptions.builder().setIdempotencyKey(key).build());
    }

    private String refusal(SessionCreateParams params) {
        var refusal = assertThrows(InvalidRequestException.class, () -> create(params, "refused"));
        assertEquals(400, refusal.getStatusCode());
        return refusal.getCode() + " " + refusal.getParam();
    }

    @Test
    void tellsAnOpenSessionFromAPaidOne() throws Exception {
        var open = create(film(500, "usd").build(), "k");
        assertEquals("open", open.getStatus());
        assertEquals("unpaid", open.getPaymentStatus());
        var back = sandbox.pay(open.getUrl(), "4242424242424242");
        assertEquals("https://films.example/orders/1?s=" + open.getId(), back);
        var paid = sessions.retrieve(open.getId());
        assertEquals("complete", paid.getStatus());
        assertEquals("paid", paid.getPaymentStatus());
        assertEquals(500, paid.getAmountTotal());
        assertEquals(false, paid.getLivemode());
        assertNull(paid.getUrl());
    }

    @Test
    void showsLineItemsOnlyWhenTheyAreExpanded() throws Exception {
        var id = create(film(500, "usd").build(), "k").getId();
        assertNull(sessions.retrieve(id).getLineItems());
        var full =
                sessions.retrieve(
                        id, SessionRetrieveParams.builder().addExpand("line_items").build());
        assertEquals("Night Train", full.getLineItems().getData().getFirst().getDescription());
    }

    @Test
    void answersARepeatedRequestWithTheSameSession() throws Exception {
        var first = create(film(500, "usd").build(), "k").getId();
        assertEquals(first, create(film(500, "usd").build(), "k").getId());
        assertNotEquals(first, create(film(500, "usd").build(), "other").getId());
        assertThrows(IdempotencyException.class, () -> create(film(600, "usd").build(), "k"));
    }

    @Test
    void answersConcurrentRepeatsWithTheSameSession() throws Exception {
        Callable<String> ask = () -> create(film(500, "usd").build(), "k").getId();
        var ids = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(10)) {
            for (var id : pool.invokeAll(IntStream.range(0, 10).mapToObj(_ -> ask).toList())) {
                ids.add(id.get());
            }
        }
        assertEquals(1, ids.size());
    }

    @Test
    void refusesWhatStripeRefuses() {
        var amount = "line_items[0][price_data][unit_amount]";
        assertEquals("amount_too_small " + amount, refusal(film(49, "usd").build()));
        assertEquals("amount_too_large " + amount, refusal(film(100_000_000, "jpy").build()));
        assertEquals(
                "parameter_invalid_string line_items[0][price_data][currency]",
                refusal(film(500, "xau").build()));
        assertEquals(
                "url_invalid success_url",
                refusal(film(500, "usd").setSuccessUrl("films.example").build()));
        assertEquals(
                "parameter_unknown payment_method_types[0]",
                refusal(
                        film(500, "usd")
                                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                                .build()));
    }

    @Test
    void knowsThatPricesStayAsTheyAre() throws Exception {
        create(film(500, "usd").setAdaptivePricing(adaptive(false)).build(), "k");
        assertEquals(
                "parameter_invalid adaptive_pricing[enabled]",
                refusal(film(500, "usd").setAdaptivePricing(adaptive(true)).build()));
    }

    private static AdaptivePricing adaptive(boolean enabled) {
        return AdaptivePricing.builder().setEnabled(enabled).build();
    }

    @Test
    void knowsNoOtherKeyAndNoOtherSession() {
        assertThrows(
                AuthenticationException.class,
                () -> sessions("sk_test_guessed").retrieve("cs_test_1"));
        var missing =
                assertThrows(InvalidRequestException.class, () -> sessions.retrieve("cs_test_1"));
        assertEquals(404, missing.getStatusCode());
    }
}
