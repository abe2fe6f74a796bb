package io.seedhouse.paygate.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tiers of bundles and their prices. */
public interface Offers {

    /**
     * Creates the offer of a tier, or changes its price and files. Orders already begun keep the
     * price and the files they began with. A file named twice is sold once. A tier that was removed
     * comes back.
     */
    PutOffer put(UUID bundleId, String tier, Pricing pricing, boolean tips, List<PaidFile> files);

    /** As above, at one price and without tips. */
    default PutOffer put(UUID bundleId, String tier, Money price, List<PaidFile> files) {
        return put(bundleId, tier, new Pricing.Fixed(List.of(price)), false, files);
    }

    /**
     * Takes a tier off sale for good. Orders already begun can still be paid.
     *
     * @return false where there is no such tier
     */
    boolean remove(UUID bundleId, String tier);

    /** The offers of a bundle, cheapest first. */
    List<Offer> ofBundle(UUID bundleId);

    /** One offer, whether its bundle is on sale or not; empty once its tier was removed. */
    Optional<Offer> find(UUID offerId);

    /**
     * Puts every offer of a bundle on sale, now and in future; repeating it updates the facts. A
     * premiere that has moved is told to everybody who has paid, and extras that have moved to
     * everybody who has paid for them.
     */
    void release(Release release);

    /**
     * Takes every offer of a bundle off sale until it is released again. Payment pages that are
     * open are closed; whoever pays one before it closes has paid. Keys already sold are given out
     * as before. One never released is ignored.
     */
    void withdraw(UUID bundleId);

    /** What became of {@link #put}. */
    sealed interface PutOffer {
        record Saved(Offer offer) implements PutOffer {}

        record UnknownCurrency(String currency) implements PutOffer {}

        /** Stripe refuses to charge less than {@code minimum} in this currency. */
        record BelowMinimum(Money price, Money minimum) implements PutOffer {}

        /** Stripe refuses to charge more than {@code maximum}. */
        record AboveMaximum(Money price, Money maximum) implements PutOffer {}

        /** The same currency twice. */
        record CurrencyTwice(String currency) implements PutOffer {}

        /** Free in one currency and not in another, or free in several. */
        record FreeInOneOfSeveral() implements PutOffer {}

        record SuggestedBelowMinimum(Money suggested, Money minimum) implements PutOffer {}

        /** The words that visitors agree to are missing or longer than {@code longest}. */
        record ConsentOutOfBounds(int longest) implements PutOffer {}
    }
}
