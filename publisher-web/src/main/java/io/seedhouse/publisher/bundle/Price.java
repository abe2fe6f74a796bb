package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

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
            throw new Invalid("price", say("bundle.price.negative", amount));
        }
        return new Money(amount, currency);
    }

    static PutTier answer(PutOffer answer) {
        return switch (answer) {
            case PutOffer.Saved s -> new PutTier.Saved(s.offer());
            case PutOffer.UnknownCurrency u ->
                    new PutTier.Refused(say("bundle.price.currency", u.currency()));
            case PutOffer.BelowMinimum b ->
                    new PutTier.Refused(
                            say("bundle.price.below", words(b.price()), words(b.minimum())));
            case PutOffer.AboveMaximum a ->
                    new PutTier.Refused(
                            say("bundle.price.above", words(a.price()), words(a.maximum())));
            case PutOffer.CurrencyTwice c ->
                    new PutTier.Refused(
                            say("bundle.price.twice", c.currency().toUpperCase(Locale.ROOT)));
            case PutOffer.FreeInOneOfSeveral f -> new PutTier.Refused(say("bundle.price.free"));
            case PutOffer.SuggestedBelowMinimum s ->
                    new PutTier.Refused(
                            say(
                                    "bundle.price.suggested",
                                    words(s.suggested()),
                                    words(s.minimum())));
            case PutOffer.ConsentOutOfBounds c ->
                    new PutTier.Refused(say("bundle.price.consent", c.longest()));
        };
    }

    /** {@code 4.50 USD}: for sentences, not for arithmetic. */
    static String words(Money money) {
        String code = money.currency().toUpperCase(Locale.ROOT);
        int digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + code;
    }
}
