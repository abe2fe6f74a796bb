package io.seedhouse.paygate.offer;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Release;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the rest of the paygate reads of offers and releases, inside its own transaction. */
public final class Catalogue {
    private Catalogue() {}

    /** One offer, whether on sale or not; empty once its tier was removed. */
    public static Optional<Offer> offer(EntityManager db, UUID offerId) {
        return Optional.ofNullable(db.find(TierOffer.class, offerId))
                .filter(offer -> !offer.isRemoved())
                .map(TierOffer::toOffer);
    }

    /** The names of a bundle's tiers, without those that were removed. */
    public static Set<String> tiers(EntityManager db, UUID bundleId) {
        return db.createQuery(
                        "select o.tier from TierOffer o"
                                + " where o.bundleId = :bundle and o.removed = false",
                        String.class)
                .setParameter("bundle", bundleId)
                .getResultStream()
                .collect(toUnmodifiableSet());
    }

    /** The facts of a bundle on sale; empty while it is not. */
    public static Optional<Release> onSale(EntityManager db, UUID bundleId) {
        return Optional.ofNullable(db.find(BundleRelease.class, bundleId))
                .filter(BundleRelease::isOnSale)
                .map(BundleRelease::toRelease);
    }

    /** The facts of a bundle that is or was on sale; empty while it never was. */
    public static Optional<Release> release(EntityManager db, UUID bundleId) {
        return Optional.ofNullable(db.find(BundleRelease.class, bundleId))
                .map(BundleRelease::toRelease);
    }
}
