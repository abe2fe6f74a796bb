package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.api.Release.Additions.Bought;

import jakarta.persistence.EntityManager;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What later versions add to tiers that were sold, inside the caller's transaction. */
public final class Additions {
    private Additions() {}

    /**
     * A file that came with a later version.
     *
     * @param bundleId the version that holds it
     */
    public record Added(UUID bundleId, PaidFile file) {}

    /** Notes what a release adds; what was noted before stands. */
    static void note(EntityManager db, Release release, Instant now) {
        release.additions()
                .tiers()
                .forEach((bought, files) ->
                        files.forEach(file -> note(db, release.bundleId(), bought, file, now)));
    }

    private static void note(
            EntityManager db, UUID bundleId, Bought bought, PaidFile file, Instant now) {
        var key = new Addition.Key(bought.bundleId(), bought.tier(), file.id());
        if (db.find(Addition.class, key) == null) {
            db.persist(new Addition(key, bundleId, file.name(), now));
        }
    }

    /** What whoever bought this tier of this bundle owns besides. */
    public static List<Added> of(EntityManager db, UUID bundleId, String tier) {
        return db.createQuery(
                        "select a from Addition a where a.boughtBundle = :bundle"
                                + " and a.tier = :tier",
                        Addition.class)
                .setParameter("bundle", bundleId)
                .setParameter("tier", tier)
                .getResultStream()
                .map(Addition::toAdded)
                .toList();
    }

    /**
     * Notes that every order of those tiers holds what was added to them.
     *
     * @param before those noted later are left as they are
     * @return how many there were
     */
    public static int settle(EntityManager db, Instant before) {
        return db.createQuery(
                        "update Addition a set a.settled = true"
                                + " where a.settled = false and a.told < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
