package io.seedhouse.paygate.api;

import java.util.Locale;

/**
 * An amount of money as Stripe counts it.
 *
 * @param amount minor units of the currency (cents for usd, whole yen for jpy), never negative
 * @param currency ISO 4217 code in lower case, as Stripe writes it
 */
public record Money(long amount, String currency) {
    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount + " is below 0");
        }
        currency = currency.toLowerCase(Locale.ROOT);
    }
}
