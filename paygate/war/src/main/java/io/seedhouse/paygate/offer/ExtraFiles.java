package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.offer.Catalogue.Untold;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What buyers have to be told of extras, inside the caller's transaction. */
public final class ExtraFiles {
    private static final Instant NONE = Instant.EPOCH;

    private ExtraFiles() {}

    /** Bundles whose extras were moved since buyers were told. */
    public static List<Untold> moved(EntityManager db) {
        return untold(db, "coalesce(r.extras, :at) <> coalesce(r.toldExtras, :at)", NONE);
    }

    /** Bundles whose extras are open, later than the premiere, and nobody was told. */
    public static List<Untold> begun(EntityManager db, Instant now) {
        return untold(
                db,
                "r.extrasBegun = false and r.extras <= :at"
                        + " and (r.premiere is null or r.premiere < r.extras)",
                now);
    }

    private static List<Untold> untold(EntityManager db, String condition, Instant moment) {
        return db.createQuery(
                        "select r from BundleRelease r where " + condition, BundleRelease.class)
                .setParameter("at", moment)
                .getResultStream()
                .map(release -> new Untold(release.toRelease().bundleId(), release.extras()))
                .toList();
    }

    /** Whether they still open then; nobody can move them before this transaction ends. */
    public static boolean isStill(EntityManager db, Untold bundle) {
        return locked(db, bundle).isPresent();
    }

    /** All buyers were told when the extras open. */
    public static void told(EntityManager db, Untold bundle) {
        mark(db, bundle, BundleRelease::extrasTold);
    }

    /** All buyers were told that the extras are open. */
    public static void toldBegun(EntityManager db, Untold bundle) {
        mark(db, bundle, BundleRelease::extrasBeginningTold);
    }

    private static void mark(EntityManager db, Untold bundle, Consumer<BundleRelease> mark) {
        locked(db, bundle).ifPresent(mark);
    }

    private static Optional<BundleRelease> locked(EntityManager db, Untold bundle) {
        return Optional.ofNullable(
                        db.find(
                                BundleRelease.class,
                                bundle.bundleId(),
                                LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> Objects.equals(found.extras(), bundle.moment()));
    }
}
