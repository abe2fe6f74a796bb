package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.publisher.Invalid;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** What the paygate says to a price, in words. */
final class Price {
    private Price() {}

    /**
     * @throws Invalid for an amount below 0
     */
    static Money of(long amount, String currency) {
        if (amount < 0) {
            throw new Invalid(
                    "price", "The price must not be below 0, but is %d.".formatted(amount));
        }
        return new Money(amount, currency);
    }

    static PutTier answer(PutOffer answer) {
        return switch (answer) {
            case PutOffer.Saved s -> new PutTier.Saved(s.offer());
            case PutOffer.UnknownCurrency u ->
                    new PutTier.Refused(
                            "The currency \"%s\" cannot be charged: use a three-letter code such as usd."
                                    .formatted(u.currency()));
            case PutOffer.BelowMinimum b ->
                    new PutTier.Refused(
                            "The price %s is below the minimum of %s: raise it, or make it 0 for free."
                                    .formatted(words(b.price()), words(b.minimum())));
            case PutOffer.AboveMaximum a ->
                    new PutTier.Refused(
                            "The price %s is above the maximum of %s: lower it."
                                    .formatted(words(a.price()), words(a.maximum())));
            case PutOffer.CurrencyTwice c ->
                    new PutTier.Refused(
                            "The currency %s is priced twice: name each once."
                                    .formatted(c.currency().toUpperCase(Locale.ROOT)));
            case PutOffer.FreeInOneOfSeveral f ->
                    new PutTier.Refused(
                            "What is free in one currency must cost nothing in another: a free tier has one price, 0.");
            case PutOffer.SuggestedBelowMinimum s ->
                    new PutTier.Refused(
                            "The suggestion %s is below the minimum of %s: raise it."
                                    .formatted(words(s.suggested()), words(s.minimum())));
            case PutOffer.ConsentOutOfBounds c ->
                    new PutTier.Refused(
                            "Say in 1 to %d characters what visitors agree to when they leave their address."
                                    .formatted(c.longest()));
        };
    }

    /** {@code 4.50 USD}: for sentences, not for arithmetic. */
    static String words(Money money) {
        String code = money.currency().toUpperCase(Locale.ROOT);
        int digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + code;
    }
}
