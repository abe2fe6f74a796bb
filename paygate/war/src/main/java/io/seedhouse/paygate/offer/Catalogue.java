package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Release;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** What the rest of the paygate reads of offers and releases, inside its own transaction. */
public final class Catalogue {
    private Catalogue() {}

    /** One offer, whether on sale or not. */
    public static Optional<Offer> offer(EntityManager db, UUID offerId) {
        return Optional.ofNullable(db.find(TierOffer.class, offerId)).map(TierOffer::toOffer);
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
