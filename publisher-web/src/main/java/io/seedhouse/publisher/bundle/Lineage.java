package io.seedhouse.publisher.bundle;

import static java.util.stream.Collectors.toMap;

import io.seedhouse.paygate.api.PaidFile;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which bundle takes the place of which, inside the caller's transaction. */
record Lineage(EntityManager em) {

    /** The one that takes the place of this one, in whatever state. */
    Optional<Bundle> next(UUID bundleId) {
        return em.createQuery("select b from Bundle b where b.versionOf = :id", Bundle.class)
                .setParameter("id", bundleId)
                .getResultStream()
                .findFirst();
    }

    /** The newest published version after this one; empty where there is none. */
    Optional<Bundle> newest(UUID bundleId) {
        @Nullable Bundle newest = null;
        for (var next = next(bundleId); next.isPresent(); next = next(next.get().id())) {
            newest = next.get().status() == Status.PUBLISHED ? next.get() : newest;
        }
        return Optional.ofNullable(newest);
    }

    /** All whose place this one takes, the latest first. */
    List<UUID> earlier(Bundle bundle) {
        List<UUID> earlier = new ArrayList<>();
        @Nullable UUID id = bundle.versionOf();
        while (id != null) {
            earlier.add(id);
            id = em.find(Bundle.class, id).versionOf();
        }
        return earlier;
    }

    /**
     * Which sold file takes the place of which: the one of the same name, whether it was made of
     * the old one or uploaded.
     */
    static Map<UUID, PaidFile> replaced(List<BundleFile> old, List<BundleFile> anew) {
        Map<String, PaidFile> byName =
                anew.stream()
                        .filter(f -> f.access().isSold())
                        .collect(toMap(f -> BundleFile.key(f.name()), BundleFile::paid));
        return old.stream()
                .filter(f -> f.access().isSold())
                .filter(f -> byName.containsKey(BundleFile.key(f.name())))
                .collect(toMap(BundleFile::id, f -> byName.get(BundleFile.key(f.name()))));
    }
}
