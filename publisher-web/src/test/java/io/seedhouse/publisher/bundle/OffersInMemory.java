package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.api.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
public final class OffersInMemory implements Offers {
    final List<Offer> offers = new ArrayList<>();
    final List<Release> releases = new ArrayList<>();
    public final List<UUID> withdrawn = new ArrayList<>();

    @Override
    public PutOffer put(
            UUID bundleId, String tier, Pricing pricing, boolean tips, List<PaidFile> files) {
        UUID id =
                ofBundle(bundleId).stream()
                        .filter(o -> o.tier().equals(tier))
                        .findFirst()
                        .map(Offer::id)
                        .orElseGet(UUID::randomUUID);
        Offer offer = new Offer(id, bundleId, tier, pricing, tips, files);
        offers.removeIf(o -> o.id().equals(id));
        offers.add(offer);
        return new PutOffer.Saved(offer);
    }

    @Override
    public boolean remove(UUID bundleId, String tier) {
        return offers.removeIf(o -> o.bundleId().equals(bundleId) && o.tier().equals(tier));
    }

    @Override
    public List<Offer> ofBundle(UUID bundleId) {
        return offers.stream().filter(o -> o.bundleId().equals(bundleId)).toList();
    }

    @Override
    public Optional<Offer> find(UUID offerId) {
        return offers.stream().filter(o -> o.id().equals(offerId)).findFirst();
    }

    @Override
    public void release(Release release) {
        releases.add(release);
    }

    @Override
    public void withdraw(UUID bundleId) {
        withdrawn.add(bundleId);
    }
}
