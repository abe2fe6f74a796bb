package io.seedhouse.publisher.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {

    @Test
    void saysHowATierIsPaidFor() {
        assertEquals("$3.00", Prices.tag(new Pricing.Fixed(List.of(usd(300), eur(280)))));
        assertEquals("Free", Prices.tag(new Pricing.Fixed(List.of(usd(0)))));
        assertEquals("From $3.00", Prices.tag(want(usd(300), usd(700))));
        assertEquals("Pay what you want", Prices.tag(want(usd(0), usd(700))));
        assertEquals("Free for your address", Prices.tag(new Pricing.ForEmail("usd", "Yes.")));
    }

    private static Pricing want(Money minimum, Money suggested) {
        return new Pricing.PayWhatYouWant(List.of(new Pricing.Range(minimum, suggested)));
    }

    private static Money usd(long amount) {
        return new Money(amount, "usd");
    }

    private static Money eur(long amount) {
        return new Money(amount, "eur");
    }

    @ParameterizedTest
    @CsvSource({
        "300, usd, $3.00",
        "123456, eur, '€1,234.56'",
        "300, jpy, ¥300",
        "1500, krw, '₩1,500'",
        "1234, kwd, KWD1.234",
        "17500, huf, HUF175.00",
        "0, usd, Free",
    })
    void writesAPriceTagInTheCurrencysOwnDigits(long minor, String currency, String tag) {
        assertEquals(
                tag,
                Prices.tag(new Money(minor, currency)).replace('\u00a0', ' ').replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "3, usd, 300",
        "3.00, USD, 300",
        "'3,5', eur, 350",
        "' 12.34 ', usd, 1234",
        "300, jpy, 300",
        "300.0, jpy, 300",
        "1.234, kwd, 1234",
        "0, usd, 0",
        "0.5, gbp, 50",
    })
    void readsWhatPeopleTypeIntoMinorUnits(String typed, String currency, long minor) {
        assertEquals(new Money(minor, currency), Prices.parse(typed, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "'', usd",
        "free, usd",
        "-1, usd",
        "1e3, usd",
        "'1,000.00', usd",
        "3.005, usd",
        "3.50, jpy",
        "9999999999999, usd",
        "$3, usd",
    })
    void refusesWhatIsNoAmountOfTheCurrency(String typed, String currency) {
        assertThrows(Invalid.class, () -> Prices.parse(typed, currency));
    }

    @Test
    void typesAPriceBackAsItWasRead() {
        assertEquals("6.50", Prices.typed(new Money(650, "usd")));
        assertEquals("650", Prices.typed(new Money(650, "jpy")));
    }

    @Test
    void keepsACurrencyThatIsNotOnOfferInTheList() {
        assertEquals("isk", Prices.currencies("isk").getFirst());
        assertEquals("usd", Prices.currencies("eur").getFirst());
    }
}
