package io.seedhouse.publisher.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Quote.Quoted;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestBodies;
import io.seedhouse.publisher.bundle.OffersInMemory;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutResourceTest {
    private static final String KEY = "a-key-that-nobody-guesses";

    private final OffersInMemory offers = new OffersInMemory();
    private final CheckoutsInMemory checkouts = new CheckoutsInMemory(offers);
    private final CheckoutResource resource = TestOrders.checkoutResource(checkouts);

    @Test
    void beginsWithAnAddressAlone() {
        Response answer = begin(fixed(300), "{\"email\":\" fan@audience.example \"}");
        assertEquals(201, answer.getStatus());
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        var checkout = answer.readEntity(CheckoutResource.Checkout.class);
        assertEquals("pending", checkout.status());
        assertTrue(Objects.requireNonNull(checkout.checkoutUrl()).contains("cs_"));
        assertEquals("fan@audience.example", checkouts.begun.getFirst().email());
        assertFalse(checkout.toString().contains(checkout.orderToken()));
    }

    @Test
    void isPaidAtOnceWhereNothingIsToBePaid() {
        var free = begin(fixed(0), "{\"email\":\"fan@audience.example\"}");
        var checkout = free.readEntity(CheckoutResource.Checkout.class);
        assertEquals("paid", checkout.status());
        assertNull(checkout.checkoutUrl());
    }

    @Test
    void isPendingUntilTheAddressIsProved() {
        UUID offer = offer(new Pricing.ForEmail("usd", "Write to me."), false);
        var checkout =
                begin(offer, "{\"email\":\"fan@audience.example\",\"consent\":true}")
                        .readEntity(CheckoutResource.Checkout.class);
        assertEquals("pending", checkout.status());
        assertTrue(checkout.confirm());
        assertNull(checkout.checkoutUrl());
    }

    @Test
    void passesOnAllThatABuyerMaySay() {
        UUID order = UUID.randomUUID();
        checkouts.codes.put("HALF", 50);
        begin(
                offer(price(300, "eur"), true),
                """
                {"email":"fan@audience.example","amount":300,"currency":"EUR","tip":50,
                 "code":"HALF","gift":{"email":"bob@audience.example","words":"For you"},
                 "upgrade":{"orderId":"%s","orderToken":"secret"},"consent":true}\
                """
                        .formatted(order));
        Request wanted = checkouts.begun.getFirst();
        assertEquals(300, wanted.amount());
        assertEquals("eur", wanted.currency());
        assertEquals(50, wanted.tip());
        assertEquals("HALF", wanted.code());
        assertEquals("For you", Objects.requireNonNull(wanted.gift()).words());
        assertEquals("secret", Objects.requireNonNull(wanted.upgrade()).orderToken());
        assertTrue(wanted.consent());
        assertEquals(KEY, wanted.idempotencyKey());
    }

    @Test
    void quotesWithoutAnAddressAndBeginsNothing() {
        checkouts.codes.put("HALF", 50);
        Response answer =
                resource.quote(
                        offer(price(300, "usd"), true),
                        TestBodies.of("{\"code\":\"HALF\",\"tip\":100}"));
        assertEquals(200, answer.getStatus());
        assertEquals(
                new Quoted(usd(300), usd(150), usd(100), usd(250)),
                answer.readEntity(Quoted.class));
        assertTrue(checkouts.begun.isEmpty());
    }

    @Test
    void refusesWithAProblem() {
        Response answer =
                begin(fixed(300), "{\"email\":\"fan@audience.example\",\"code\":\"NONE\"}");
        assertEquals(422, answer.getStatus());
        assertTrue(answer.readEntity(String.class).contains("This code is unknown here"));
    }

    @Test
    void answersTooManyRefusedCodesWith429() {
        UUID offer = fixed(300);
        for (int i = 0; i < 20; i++) {
            resource.quote(offer, TestBodies.of("{\"code\":\"" + i + "\"}"));
        }
        Response answer = resource.quote(offer, TestBodies.of("{\"code\":\"21\"}"));
        assertEquals(429, answer.getStatus());
        assertTrue(Integer.parseInt(answer.getHeaderString("Retry-After")) > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}|The field email is missing: send a string.
                    {"email":"a@b","tip":-5}|The tip must be 0 or more, not -5.
                    {"email":"a@b","amount":-1}|The amount must be 0 or more, not -1.
                    {"email":"a@b","gift":"x"}|The field gift must be an object.
                    {"email":"a@b","consent":"yes"}|The field consent must be true or false.
                    {"email":"a@b","upgrade":{}}|The field upgrade.orderId is missing: send a string.
                    """)
    void namesTheFieldThatIsWrong(String body, String sentence) {
        UUID offer = fixed(300);
        assertEquals(sentence, assertThrows(Invalid.class, () -> begin(offer, body)).sentence());
    }

    private Response begin(UUID offer, String body) {
        return resource.begin(offer, KEY, TestBodies.of(body));
    }

    private UUID fixed(long amount) {
        return offer(price(amount, "usd"), false);
    }

    private static Pricing price(long amount, String currency) {
        return new Pricing.Fixed(List.of(new Money(amount, currency)));
    }

    private UUID offer(Pricing pricing, boolean tips) {
        var put = offers.put(UUID.randomUUID(), "The film", pricing, tips, List.of());
        return ((PutOffer.Saved) put).offer().id();
    }

    private static Money usd(long amount) {
        return new Money(amount, "usd");
    }
}
