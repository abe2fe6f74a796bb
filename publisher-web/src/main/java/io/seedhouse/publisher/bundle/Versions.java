package io.seedhouse.publisher.bundle;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.PaidFile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * New versions of bundles: a bundle of its own with the same words, files and tiers. After a leak
 * its paid files are sealed anew to new identities; for an update those that stay as they are keep
 * their bytes and their identities. When it is published it takes the place of the old one in the
 * catalogue and on sale, and the paygate opens it to the old one's buyers.
 */
@ApplicationScoped
@Transactional
public class Versions {
    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Offers offers;

    /**
     * Begins the new version of a bundle that was published. There is one at most: asked again it
     * answers the one that was begun.
     */
    public NewVersion begin(UUID publisherId, UUID bundleId) {
        return begin(publisherId, bundleId, VersionKeys.NEW);
    }

    /**
     * The same.
     *
     * @param keys under which the paid files are sealed that stay as they are
     */
    public NewVersion begin(UUID publisherId, UUID bundleId, VersionKeys keys) {
        Optional<Bundle> found = bundles.lock(publisherId, bundleId);
        if (found.isEmpty()) {
            return new NewVersion.NoSuchBundle();
        }
        Optional<Bundle> known = lineage().next(bundleId);
        if (known.isPresent()) {
            return known.get().versionKeys() == keys
                    ? new NewVersion.Known(known.get())
                    : new NewVersion.OtherKeys(known.get());
        }
        Bundle old = found.get();
        return old.published() == null
                ? new NewVersion.NeverPublished()
                : new NewVersion.Begun(draft(old, keys));
    }

    /** The one that was begun to take the place of this one. */
    public Optional<Bundle> next(UUID bundleId) {
        return lineage().next(bundleId);
    }

    private Lineage lineage() {
        return new Lineage(em);
    }

    private Bundle draft(Bundle old, VersionKeys keys) {
        String slug = Slug.of(old.title(), bundles::taken);
        Bundle draft = old.next(slug, keys, bundles.clock.instant());
        em.persist(draft);
        List<BundleFile> files = bundles.files(old.id());
        List<BundleFile> copies = files.stream().map(f -> f.next(draft.id(), keys)).toList();
        copies.forEach(em::persist);
        em.flush();
        Map<UUID, PaidFile> replaced = Lineage.replaced(files, copies);
        bundles.tiers(old.id()).forEach(tier -> copy(tier, draft, replaced));
        return draft;
    }

    /** A tier whose price the paygate refuses by now is left out: its publisher sees it missing. */
    private void copy(Offer tier, Bundle draft, Map<UUID, PaidFile> replaced) {
        List<PaidFile> files =
                tier.files().stream()
                        .filter(f -> replaced.containsKey(f.id()))
                        .map(f -> replaced.get(f.id()))
                        .toList();
        if (!files.isEmpty()) {
            offers.put(draft.id(), tier.tier(), tier.pricing(), tier.tips(), files);
        }
    }
}
