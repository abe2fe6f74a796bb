package io.seedhouse.publisher.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelfPageTest {
    private static final Pricing THREE = fixed(300);
    private static final Pricing NOTHING = fixed(0);
    private static final Pricing FOR_EMAIL = new Pricing.ForEmail("usd", "Yes.");

    @Test
    void saysWhatABundleCosts() {
        assertEquals("Free to share", price());
        assertEquals("$3.00", price(THREE));
        assertEquals("From $3.00", price(THREE, fixed(500)));
        assertEquals("Free", price(NOTHING));
        assertEquals("Free, more from $3.00", price(NOTHING, THREE));
        assertEquals("Free, more from $3.00", price(FOR_EMAIL, THREE));
        assertEquals("Free", price(NOTHING, FOR_EMAIL));
        assertEquals("Free for your address", price(FOR_EMAIL));
    }

    @Test
    void saysWhereTheBuyerNamesThePrice() {
        assertEquals("From $3.00", price(want(300)));
        assertEquals("Pay what you want", price(want(0)));
        assertEquals("From $3.00", price(want(300), fixed(500)));
        assertEquals("Pay what you want", price(want(0), fixed(500)));
    }

    private static Pricing fixed(long amount) {
        return new Pricing.Fixed(List.of(new Money(amount, "usd")));
    }

    private static Pricing want(long minimum) {
        return new Pricing.PayWhatYouWant(
                List.of(new Pricing.Range(new Money(minimum, "usd"), new Money(900, "usd"))));
    }

    private static String price(Pricing... pricings) {
        return ShelfPage.price(
                Stream.of(pricings)
                        .map(pricing ->
                                new Offer(
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        "Film",
                                        pricing,
                                        false,
                                        List.of()))
                        .toList());
    }
}
