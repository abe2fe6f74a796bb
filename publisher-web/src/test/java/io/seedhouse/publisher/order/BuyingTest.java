package io.seedhouse.publisher.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.publisher.bundle.OffersInMemory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuyingTest {
    private static final String ANN = "192.0.2.1";
    private static final String BOB = "192.0.2.2";

    private final OffersInMemory offers = new OffersInMemory();
    private final CheckoutsInMemory checkouts = new CheckoutsInMemory(offers);
    private final Buying buying = TestOrders.buying(checkouts);
    private final UUID offer = offer().id();

    private Offer offer() {
        PutOffer put = offers.put(UUID.randomUUID(), "The film", new Money(300, "usd"), List.of());
        return ((PutOffer.Saved) put).offer();
    }

    @Test
    void makesAnAddressWaitAfterSixtyPurchases() {
        for (int i = 0; i < 60; i++) {
            assertInstanceOf(Limited.Answered.class, buying.buy(request(null), ANN));
        }
        assertTooMany("purchases", buying.buy(request(null), ANN));
        assertInstanceOf(Limited.Answered.class, buying.buy(request(null), BOB));
        assertEquals(61, checkouts.begun.size());
    }

    @Test
    void makesAnAddressWaitAfterAHundredAndTwentyQuotes() {
        for (int i = 0; i < 120; i++) {
            assertInstanceOf(Limited.Answered.class, buying.quote(request(null), ANN));
        }
        assertTooMany("quotes", buying.quote(request(null), ANN));
    }

    @Test
    void makesAnAddressWaitAfterTwentyCodesWereRefused() {
        checkouts.codes.put("GOOD", 50);
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(Limited.Answered.class, buying.quote(request("BAD-" + i), ANN));
            assertInstanceOf(Limited.Answered.class, buying.buy(request("BAD-" + i), ANN));
        }
        assertTooMany("codes", buying.quote(request("GOOD"), ANN));
        assertTooMany("codes", buying.buy(request("GOOD"), ANN));
        assertInstanceOf(Limited.Answered.class, buying.buy(request(null), ANN));
        assertInstanceOf(Limited.Answered.class, buying.quote(request("GOOD"), BOB));
    }

    @Test
    void countsNoCodeThatWasTaken() {
        checkouts.codes.put("GOOD", 50);
        for (int i = 0; i < 50; i++) {
            assertInstanceOf(Limited.Answered.class, buying.quote(request("GOOD"), ANN));
        }
        assertInstanceOf(Limited.Answered.class, buying.buy(request("GOOD"), ANN));
    }

    private static void assertTooMany(String what, Limited<?> answer) {
        assertEquals(what, assertInstanceOf(Limited.TooMany.class, answer).what());
    }

    private Request request(@Nullable String code) {
        return new Request(
                offer, "fan@audience.example", null, null, 0, code, null, null, false, null);
    }
}
