package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.api.Pricing.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a publisher may ask for a tier. */
final class PricingRules {
    static final int LONGEST_CONSENT = 2000;

    private PricingRules() {}

    /**
     * Why a pricing cannot be sold at; empty when it can.
     *
     * @throws IllegalArgumentException when it names no price, or suggests another currency
     */
    static Optional<PutOffer> refusal(Pricing pricing) {
        if (pricing.least().isEmpty()) {
            throw new IllegalArgumentException("0 prices; at least 1 is needed");
        }
        return Stream.of(
                        pricing.least().stream().flatMap(price -> uncharged(price).stream()),
                        twice(pricing.least()).stream(),
                        freeInOneOfSeveral(pricing).stream(),
                        details(pricing))
                .flatMap(refusals -> refusals)
                .findFirst();
    }

    /** Stripe charges nothing, or an amount within its limits. */
    private static Optional<PutOffer> uncharged(Money price) {
        var minimum = ChargeLimits.minimum(price.currency());
        var maximum = ChargeLimits.maximum(price.currency());
        if (minimum.isEmpty()) {
            return Optional.of(new PutOffer.UnknownCurrency(price.currency()));
        }
        if (price.amount() > 0 && price.amount() < minimum.get().amount()) {
            return Optional.of(new PutOffer.BelowMinimum(price, minimum.get()));
        }
        return price.amount() > maximum.amount()
                ? Optional.of(new PutOffer.AboveMaximum(price, maximum))
                : Optional.empty();
    }

    private static Optional<PutOffer> twice(List<Money> prices) {
        var seen = new HashSet<String>();
        return prices.stream()
                .map(Money::currency)
                .filter(currency -> !seen.add(currency))
                .<PutOffer>map(PutOffer.CurrencyTwice::new)
                .findFirst();
    }

    /** A minimum of 0 in one currency would make the others' minimum a matter of choice. */
    private static Optional<PutOffer> freeInOneOfSeveral(Pricing pricing) {
        var free = pricing.least().stream().filter(price -> price.amount() == 0).count();
        var all = pricing.least().size();
        var some = pricing instanceof Pricing.Fixed ? free > 0 && all > 1 : free > 0 && free < all;
        return some ? Optional.of(new PutOffer.FreeInOneOfSeveral()) : Optional.empty();
    }

    private static Stream<PutOffer> details(Pricing pricing) {
        return switch (pricing) {
            case Pricing.Fixed _ -> Stream.of();
            case Pricing.PayWhatYouWant some ->
                    some.ranges().stream().flatMap(range -> suggestion(range).stream());
            case Pricing.ForEmail forEmail ->
                    isConsent(forEmail.consent())
                            ? Stream.of()
                            : Stream.of(new PutOffer.ConsentOutOfBounds(LONGEST_CONSENT));
        };
    }

    private static Optional<PutOffer> suggestion(Range range) {
        var minimum = range.minimum();
        var suggested = range.suggested();
        if (!suggested.currency().equals(minimum.currency())) {
            throw new IllegalArgumentException(
                    "a minimum in %s and a suggestion in %s"
                            .formatted(minimum.currency(), suggested.currency()));
        }
        return suggested.amount() < minimum.amount()
                ? Optional.of(new PutOffer.SuggestedBelowMinimum(suggested, minimum))
                : uncharged(suggested);
    }

    private static boolean isConsent(String words) {
        return !words.isBlank() && words.length() <= LONGEST_CONSENT;
    }
}
