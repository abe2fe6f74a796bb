package io.seedhouse.paygate.sandbox.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    1250,  usd, $12.50 USD
                    500,   jpy, ¥500 JPY
                    1250,  cad, CA$12.50 CAD
                    50,    eur, €0.50 EUR
                    17500, huf, HUF175.00 HUF
                    """)
    void showsTheAmountAsItIsCharged(long amount, String currency, String shown) {
        var text = Price.format(new Money(amount, currency)).replace('\u00a0', ' ');
        assertEquals(shown, text);
    }
}
