package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestBody;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PricingBodyTest {
    private static final Money USD = new Money(500, "usd");
    private static final Money EUR = new Money(450, "eur");

    @Test
    void readsEachWayToPay() {
        assertEquals(
                new Pricing.Fixed(List.of(USD)), read("{'price':{'amount':500,'currency':'USD'}}"));
        assertEquals(
                new Pricing.Fixed(List.of(USD, EUR)),
                read(
                        "{'prices':[{'amount':500,'currency':'usd'},{'amount':450,'currency':'eur'}]}"));
        assertEquals(
                new Pricing.PayWhatYouWant(
                        List.of(new Pricing.Range(EUR, USD_OF_EUR), new Pricing.Range(USD, USD))),
                read(
                        "{'payWhatYouWant':[{'minimum':{'amount':450,'currency':'eur'},"
                                + "'suggested':{'amount':500,'currency':'eur'}},"
                                + "{'minimum':{'amount':500,'currency':'usd'}}]}"));
        assertEquals(
                new Pricing.ForEmail("eur", "Yes."),
                read("{'forEmail':{'currency':'EUR','consent':'Yes.'}}"));
        assertEquals(new Pricing.ForEmail("usd", "Yes."), read("{'forEmail':{'consent':'Yes.'}}"));
    }

    private static final Money USD_OF_EUR = new Money(500, "eur");

    @Test
    void saysWhatIsWrong() {
        assertRefused("The field price must be an object.", "{}");
        assertRefused("The field prices must be an array of objects.", "{'prices':5}");
        assertRefused("The field prices must have one entry for each currency.", "{'prices':[]}");
        assertRefused(
                "The field prices[0].amount must be a whole number.",
                "{'prices':[{'amount':'5','currency':'usd'}]}");
        assertRefused(
                "The fields price and forEmail exclude each other: send one.",
                "{'price':{},'forEmail':{}}");
        assertRefused(
                "Minimum and suggestion must be in the same currency.",
                "{'payWhatYouWant':[{'minimum':{'amount':1,'currency':'eur'},"
                        + "'suggested':{'amount':5,'currency':'usd'}}]}");
        assertRefused(
                "The price must not be below 0, but is -1.",
                "{'price':{'amount':-1,'currency':'usd'}}");
        assertRefused("The field forEmail.consent is missing: send a string.", "{'forEmail':{}}");
    }

    @Test
    void showsATierAsItIsPut() throws Exception {
        Offer offer =
                new Offer(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Film",
                        new Pricing.PayWhatYouWant(List.of(new Pricing.Range(USD, USD))),
                        true,
                        List.of());
        try (var jsonb = JsonbBuilder.create()) {
            String json = jsonb.toJson(TierView.of(offer).pricing());
            assertEquals(offer.pricing(), PricingBody.read(TestBody.of(json)));
        }
    }

    private static Pricing read(String json) {
        return PricingBody.read(TestBody.of(json));
    }

    private static void assertRefused(String sentence, String json) {
        assertEquals(sentence, assertThrows(Invalid.class, () -> read(json)).sentence());
    }
}
