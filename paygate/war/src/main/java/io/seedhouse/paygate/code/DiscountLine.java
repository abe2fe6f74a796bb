package io.seedhouse.paygate.code;

import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Discount} as columns of its code.
 *
 * @param percent of {@link Kind#PERCENT} only
 * @param amount minor units, of {@link Kind#AMOUNT} only
 */
@Embeddable
record DiscountLine(
        @Enumerated(EnumType.STRING) Kind kind,
        @Nullable Integer percent,
        @Nullable Long amount,
        @Nullable String currency) {

    /** The three there are. */
    enum Kind {
        PERCENT,
        AMOUNT,
        FULL
    }

    static DiscountLine of(Discount discount) {
        return switch (discount) {
            case Discount.Percent some ->
                    new DiscountLine(Kind.PERCENT, some.percent(), null, null);
            case Discount.Amount some ->
                    new DiscountLine(
                            Kind.AMOUNT, null, some.money().amount(), some.money().currency());
            case Discount.Full _ -> new DiscountLine(Kind.FULL, null, null, null);
        };
    }

    Discount toDiscount() {
        return switch (kind) {
            case PERCENT -> new Discount.Percent(Objects.requireNonNull(percent));
            case AMOUNT ->
                    new Discount.Amount(
                            new Money(
                                    Objects.requireNonNull(amount),
                                    Objects.requireNonNull(currency)));
            case FULL -> new Discount.Full();
        };
    }

    /**
     * What comes off a price, never more than all of it; percentages are rounded half up to a minor
     * unit.
     *
     * @return empty where the price is in another currency than the amount
     */
    Optional<Money> off(Money price) {
        return switch (toDiscount()) {
            case Discount.Percent some ->
                    Optional.of(
                            new Money(
                                    (price.amount() * some.percent() + 50) / 100,
                                    price.currency()));
            case Discount.Amount some ->
                    Optional.of(some.money())
                            .filter(money -> money.currency().equals(price.currency()))
                            .map(money -> money.amount() < price.amount() ? money : price);
            case Discount.Full _ -> Optional.of(price);
        };
    }
}
