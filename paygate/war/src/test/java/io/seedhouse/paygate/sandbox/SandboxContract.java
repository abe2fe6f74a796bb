package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.service.V1Services;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;

/** What the tests of the sandbox share: stripe-java on one side, a buyer on the other. */
abstract class SandboxContract {
    static final String GOOD_CARD = "4242424242424242";

    final TestDatabase database = database();
    final TestClock clock = new TestClock();
    final RunningSandbox sandbox = new RunningSandbox(database, clock);
    final V1Services stripe = stripe(RunningSandbox.API_KEY);

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    V1Services stripe(String apiKey) {
        return StripeClient.builder()
                .setApiKey(apiKey)
                .setApiBase(sandbox.url())
                .setMaxNetworkRetries(0)
                .build()
                .v1();
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static SessionCreateParams.Builder film(long amount, String currency) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("https://films.example/orders/1?s={CHECKOUT_SESSION_ID}")
                .addLineItem(line("Night Train", amount, currency));
    }

    static LineItem line(String name, long amount, String currency) {
        var product = ProductData.builder().setName(name).build();
        var price =
                PriceData.builder()
                        .setCurrency(currency)
                        .setUnitAmount(amount)
                        .setProductData(product)
                        .build();
        return LineItem.builder().setQuantity(1L).setPriceData(price).build();
    }

    Session open() throws StripeException {
        return stripe.checkout().sessions().create(film(500, "eur").build());
    }

    /** A film for five euros; the payment's id. */
    String buy(String number) throws StripeException {
        var session = open();
        var back = sandbox.pay(session.getUrl(), number);
        assertEquals("https://films.example/orders/1?s=" + session.getId(), back);
        return sandbox.paymentOf(session.getId());
    }

    Session session(String id) throws StripeException {
        return stripe.checkout().sessions().retrieve(id);
    }

    PaymentIntent payment(String id) throws StripeException {
        return stripe.paymentIntents()
                .retrieve(
                        id,
                        PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
    }

    /** Code and parameter of a refusal, or its message where it has no code. */
    static String refusal(Executable call) {
        var refusal = assertThrows(InvalidRequestException.class, call);
        return refusal.getCode() == null
                ? refusal.getStripeError().getMessage()
                : refusal.getCode() + " " + refusal.getParam();
    }
}
