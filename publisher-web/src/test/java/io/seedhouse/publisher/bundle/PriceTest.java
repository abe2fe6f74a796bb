package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.publisher.Invalid;
import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void namesPriceAndBoundInWholeUnitsOfTheCurrency() {
        assertEquals(
                new PutTier.Refused(
                        "The price 0.10 USD is below the minimum of 0.50 USD: raise it, or make it"
                                + " 0 for free."),
                Price.answer(
                        new PutOffer.BelowMinimum(new Money(10, "usd"), new Money(50, "usd"))));
        assertEquals("500 JPY", Price.words(new Money(500, "jpy")));
    }

    @Test
    void namesTheUnknownCurrency() {
        assertEquals(
                new PutTier.Refused(
                        "The currency \"zzz\" cannot be charged: use a three-letter code such as"
                                + " usd."),
                Price.answer(new PutOffer.UnknownCurrency("zzz")));
    }

    @Test
    void refusesAnAmountBelowZero() {
        assertThrows(Invalid.class, () -> Price.of(-1, "usd"));
    }
}
