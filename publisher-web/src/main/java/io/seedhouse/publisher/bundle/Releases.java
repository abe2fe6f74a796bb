package io.seedhouse.publisher.bundle;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.api.Release.Additions;
import io.seedhouse.paygate.api.Release.Additions.Bought;
import io.seedhouse.paygate.api.Release.Extras;

import jakarta.persistence.EntityManager;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the paygate is told of a published bundle, read within the caller's transaction. */
record Releases(EntityManager em, Offers offers) {

    /**
     * @param first whether it is told for the first time: what it adds is settled then
     */
    Release of(Bundle b, List<BundleFile> files, boolean first) {
        Set<UUID> sold = ids(files.stream().filter(f -> f.access().isSold()).toList());
        Set<UUID> extras =
                ids(files.stream().filter(f -> f.access().isSold() && f.extra()).toList());
        Map<UUID, PaidFile> replaced =
                b.versionOf() == null ? Map.of() : Lineage.replaced(files(b.versionOf()), files);
        return new Release(
                b.id(),
                b.title(),
                b.slug(),
                b.premiere(),
                sold,
                replaced,
                new Extras(b.windows().extras(), extras),
                first ? additions(b) : Additions.NONE);
    }

    private static Set<UUID> ids(List<BundleFile> files) {
        return files.stream().map(BundleFile::id).collect(toSet());
    }

    private List<BundleFile> files(UUID bundle) {
        return em.createQuery(
                        "select f from BundleFile f where f.bundleId = :bundle", BundleFile.class)
                .setParameter("bundle", bundle)
                .getResultList();
    }

    /**
     * By tier of the version before, and of all before that: the files that its tier of the same
     * name does not sell under any key.
     */
    private Additions additions(Bundle b) {
        List<UUID> earlier = new Lineage(em).earlier(b);
        if (earlier.isEmpty()) {
            return Additions.NONE;
        }
        Map<String, Set<String>> before =
                offers.ofBundle(earlier.getFirst()).stream()
                        .collect(toMap(Offer::tier, Releases::names));
        Map<Bought, Set<PaidFile>> added = new HashMap<>();
        for (Offer tier : offers.ofBundle(b.id())) {
            Set<String> names = before.getOrDefault(tier.tier(), Set.of());
            Set<PaidFile> more =
                    tier.files().stream()
                            .filter(f -> !names.contains(BundleFile.key(f.name())))
                            .collect(toSet());
            if (!more.isEmpty()) {
                earlier.forEach(id -> added.put(new Bought(id, tier.tier()), more));
            }
        }
        return new Additions(added);
    }

    private static Set<String> names(Offer tier) {
        return tier.files().stream().map(f -> BundleFile.key(f.name())).collect(toSet());
    }
}
