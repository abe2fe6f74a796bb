package io.seedhouse.paygate.sandbox.payment;

import io.seedhouse.paygate.api.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Money for people to read. */
public final class Price {
    private Price() {}

    /** For instance {@code $12.50 USD} or {@code ¥500 JPY}: a sign alone may mean many dollars. */
    public static String format(Money money) {
        var currency = Currency.getInstance(money.currency().toUpperCase(Locale.ROOT));
        var digits = currency.getDefaultFractionDigits();
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits))
                + " "
                + currency.getCurrencyCode();
    }
}
