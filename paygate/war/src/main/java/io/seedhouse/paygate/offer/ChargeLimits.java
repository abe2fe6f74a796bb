package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Money;
import java.util.Map;
import java.util.Optional;

/**
 * The smallest and the largest charge Stripe accepts in each currency we sell in, in minor units.
 * Source: docs.stripe.com/currencies, "Minimum and maximum charge amounts".
 */
public final class ChargeLimits {

    private static final long MAXIMUM = 99_999_999;

    private static final Map<String, Long> MINIMUM =
            Map.ofEntries(
                    Map.entry("aed", 200L),
                    Map.entry("aud", 50L),
                    Map.entry("brl", 50L),
                    Map.entry("cad", 50L),
                    Map.entry("chf", 50L),
                    Map.entry("czk", 1500L),
                    Map.entry("dkk", 250L),
                    Map.entry("eur", 50L),
                    Map.entry("gbp", 30L),
                    Map.entry("hkd", 400L),
                    Map.entry("huf", 17500L),
                    Map.entry("inr", 50L),
                    Map.entry("jpy", 50L),
                    Map.entry("mxn", 1000L),
                    Map.entry("myr", 200L),
                    Map.entry("nok", 300L),
                    Map.entry("nzd", 50L),
                    Map.entry("pln", 200L),
                    Map.entry("ron", 200L),
                    Map.entry("sek", 300L),
                    Map.entry("sgd", 50L),
                    Map.entry("thb", 1000L),
                    Map.entry("usd", 50L));

    private ChargeLimits() {}

    /** The smallest charge in a currency; empty for a currency we do not sell in. */
    public static Optional<Money> minimum(String currency) {
        return Optional.ofNullable(MINIMUM.get(currency)).map(least -> new Money(least, currency));
    }

    /** The largest charge, which is the same number of minor units in every currency. */
    public static Money maximum(String currency) {
        return new Money(MAXIMUM, currency);
    }
}
