package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which file takes the place of which, inside the caller's transaction. */
public final class Successors {
    private Successors() {}

    /**
     * A file of a new version.
     *
     * @param oldFile whose place it takes
     * @param bundleId the new version
     */
    public record Next(UUID oldFile, UUID bundleId, PaidFile file) {}

    /** Notes what a release replaces; what was noted before stands. */
    static void note(EntityManager db, Release release, Instant now) {
        release.replaces()
                .forEach((old, file) -> {
                    if (db.find(Successor.class, old) == null) {
                        db.persist(new Successor(old, release.bundleId(), file, now));
                    }
                });
    }

    /** Those that take the place of any of these files. */
    public static List<Next> of(EntityManager db, Collection<UUID> files) {
        return db.createQuery(
                        "select s from Successor s where s.oldFile in :files", Successor.class)
                .setParameter("files", files)
                .getResultStream()
                .map(Successor::toNext)
                .toList();
    }

    /**
     * Notes that every order that holds an old file holds the new one too.
     *
     * @param before those noted later are left as they are
     * @return how many there were
     */
    public static int settle(EntityManager db, Instant before) {
        return db.createQuery(
                        "update Successor s set s.settled = true"
                                + " where s.settled = false and s.told < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
