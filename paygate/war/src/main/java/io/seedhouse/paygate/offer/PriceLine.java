package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Pricing.Range;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What an offer costs in one currency, as a row.
 *
 * @param amount minor units: the price, or the minimum where the buyer says how much
 * @param suggested minor units; null where the buyer has no say
 */
@Embeddable
record PriceLine(String currency, long amount, @Nullable Long suggested) {

    static PriceLine of(Money price) {
        return new PriceLine(price.currency(), price.amount(), null);
    }

    static PriceLine of(Range range) {
        return new PriceLine(
                range.minimum().currency(), range.minimum().amount(), range.suggested().amount());
    }

    Money price() {
        return new Money(amount, currency);
    }

    Range range() {
        return new Range(price(), new Money(suggested == null ? amount : suggested, currency));
    }
}
