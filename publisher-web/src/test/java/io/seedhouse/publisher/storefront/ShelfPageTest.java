package io.seedhouse.publisher.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Pricing;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShelfPageTest {
    @Test
    void showsTheOnlyPriceAsItIs() {
        assertEquals("$3.00", price(fixed(300)));
        assertEquals("Free", price(fixed(0)));
        assertEquals("Free", price(new Pricing.ForEmail("usd", "Write to me.")));
    }

    @Test
    void showsTheLeastWhereThereIsMoreThanOnePrice() {
        assertEquals("From $3.00", price(fixed(300), fixed(500)));
        assertEquals("From $2.00", price(asYouLike(200)));
        assertEquals("Your price", price(asYouLike(0)));
    }

    @Test
    void callsAFilmWithNothingToBuyFreeToShare() {
        assertEquals("Free to share", price());
    }

    private static String price(Pricing... cheapestFirst) {
        return ShelfPage.price(
                Arrays.stream(cheapestFirst)
                        .map(p ->
                                new Offer(
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        "A tier",
                                        p,
                                        false,
                                        List.of()))
                        .toList());
    }

    private static Pricing fixed(long amount) {
        return new Pricing.Fixed(List.of(usd(amount)));
    }

    private static Pricing asYouLike(long minimum) {
        return new Pricing.PayWhatYouWant(
                List.of(new Pricing.Range(usd(minimum), usd(minimum + 300))));
    }

    private static Money usd(long amount) {
        return new Money(amount, "usd");
    }
}
