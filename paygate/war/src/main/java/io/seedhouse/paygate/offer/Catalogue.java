package io.seedhouse.paygate.offer;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Release;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the rest of the paygate reads of offers and releases, inside its own transaction. */
public final class Catalogue {
    private static final Instant EPOCH = Instant.EPOCH;

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

    /**
     * A moment that buyers have to be told of.
     *
     * @param moment null for at once
     */
    public record Untold(UUID bundleId, @Nullable Instant moment) {}

    /** Bundles whose premiere was moved since buyers were told. */
    public static List<Untold> moved(EntityManager db) {
        return untold(db, "coalesce(r.premiere, :none) <> coalesce(r.toldPremiere, :none)", EPOCH);
    }

    /** Bundles whose premiere has begun and nobody was told. */
    public static List<Untold> begun(EntityManager db, Instant now) {
        return untold(db, "r.premiereBegun = false and r.premiere <= :none", now);
    }

    private static List<Untold> untold(EntityManager db, String condition, Instant moment) {
        return db.createQuery(
                        "select r from BundleRelease r where " + condition, BundleRelease.class)
                .setParameter("none", moment)
                .getResultStream()
                .map(BundleRelease::toRelease)
                .map(release -> new Untold(release.bundleId(), release.premiere()))
                .toList();
    }

    /**
     * Whether that is still its premiere; nobody can move it, and nobody else tell of it, before
     * this transaction ends.
     */
    public static boolean isStill(EntityManager db, Untold bundle) {
        return locked(db, bundle).isPresent();
    }

    /** All buyers were told where the premiere was moved to. */
    public static void told(EntityManager db, Untold bundle) {
        locked(db, bundle).ifPresent(BundleRelease::premiereTold);
    }

    /** All buyers were told that the premiere has begun. */
    public static void toldBegun(EntityManager db, Untold bundle) {
        locked(db, bundle).ifPresent(BundleRelease::beginningTold);
    }

    /** Empty when the premiere was moved again meanwhile. */
    private static Optional<BundleRelease> locked(EntityManager db, Untold bundle) {
        return Optional.ofNullable(
                        db.find(
                                BundleRelease.class,
                                bundle.bundleId(),
                                LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> Objects.equals(found.toRelease().premiere(), bundle.moment()));
    }
}
