package io.seedhouse.paygate.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tiers of bundles and their prices. */
public interface Offers {

    /**
     * Creates the offer of a tier, or changes its price and files. Orders already begun keep the
     * price and the files they began with. A file named twice is sold once.
     */
    PutOffer put(UUID bundleId, String tier, Money price, List<PaidFile> files);

    /** The offers of a bundle, cheapest first. */
    List<Offer> ofBundle(UUID bundleId);

    /** One offer, whether on sale or not. */
    Optional<Offer> find(UUID offerId);

    /** Puts every offer of a bundle on sale, now and in future; repeating it updates the facts. */
    void release(Release release);

    /**
     * Takes every offer of a bundle off sale until it is released again. Orders already begun can
     * still be paid, and keys already sold are given out as before. One never released is ignored.
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
    }
}
