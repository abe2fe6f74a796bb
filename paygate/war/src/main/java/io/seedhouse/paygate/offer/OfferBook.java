package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.api.Release;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the offers. Takes part in the caller's transaction, so a bundle and its offers agree. */
@Stateless
@Local(Offers.class)
public class OfferBook implements Offers {
    private static final int LONGEST_TIER = 200;

    @PersistenceContext(unitName = "paygate")
    EntityManager db;

    @Inject Clock clock;

    /** For the container. */
    public OfferBook() {}

    OfferBook(EntityManager db) {
        this.db = db;
        this.clock = Clock.systemUTC();
    }

    @Override
    public PutOffer put(
            UUID bundleId, String tier, Pricing pricing, boolean tips, List<PaidFile> files) {
        if (tier.isBlank() || tier.length() > LONGEST_TIER) {
            throw new IllegalArgumentException(
                    "tier name of %d characters; 1 to %d are allowed"
                            .formatted(tier.length(), LONGEST_TIER));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "tier \"%s\" has 0 files; at least 1 is needed".formatted(tier));
        }
        return PricingRules.refusal(pricing)
                .orElseGet(() -> save(bundleId, tier, pricing, tips, once(files)));
    }

    @Override
    public boolean remove(UUID bundleId, String tier) {
        var offer = ofTier(bundleId, tier).filter(known -> !known.isRemoved());
        offer.ifPresent(TierOffer::remove);
        return offer.isPresent();
    }

    @Override
    public List<Offer> ofBundle(UUID bundleId) {
        return db.createQuery(
                        "select o from TierOffer o where o.bundleId = :bundle and o.removed ="
                                + " false",
                        TierOffer.class)
                .setParameter("bundle", bundleId)
                .getResultStream()
                .map(TierOffer::toOffer)
                .sorted(
                        Comparator.comparingLong((Offer offer) -> offer.price().amount())
                                .thenComparing(Offer::tier))
                .toList();
    }

    @Override
    public Optional<Offer> find(UUID offerId) {
        return Catalogue.offer(db, offerId);
    }

    @Override
    public void release(Release release) {
        var known = db.find(BundleRelease.class, release.bundleId());
        if (known == null) {
            db.persist(new BundleRelease(release));
        } else {
            known.update(release);
        }
        Successors.note(db, release, clock.instant());
        Additions.note(db, release, clock.instant());
    }

    @Override
    public void withdraw(UUID bundleId) {
        var known = db.find(BundleRelease.class, bundleId);
        if (known != null) {
            known.withdraw();
        }
    }

    private PutOffer save(
            UUID bundleId, String tier, Pricing pricing, boolean tips, List<PaidFile> files) {
        var offer = ofTier(bundleId, tier).orElseGet(() -> new TierOffer(bundleId, tier));
        offer.sell(pricing, tips, files);
        db.persist(offer);
        db.flush();
        return new PutOffer.Saved(offer.toOffer());
    }

    /** A file named twice is sold once: an order grants each file one time. */
    private static List<PaidFile> once(List<PaidFile> files) {
        var byId = new LinkedHashMap<UUID, PaidFile>();
        files.forEach(file -> byId.putIfAbsent(file.id(), file));
        return List.copyOf(byId.values());
    }

    /** Also one that was removed: its name and its id belong together for good. */
    private Optional<TierOffer> ofTier(UUID bundleId, String tier) {
        return db.createQuery(
                        "select o from TierOffer o where o.bundleId = :bundle and o.tier = :tier",
                        TierOffer.class)
                .setParameter("bundle", bundleId)
                .setParameter("tier", tier)
                .getResultStream()
                .findFirst();
    }
}
