package io.seedhouse.publisher.film;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of files, each method one transaction. */
@ApplicationScoped
@Transactional
class FilmRows {
    private static final int MOST = 5000;
    private static final Set<Access> CLEAR = Set.of(Access.FREE, Access.PAID);

    @PersistenceContext EntityManager em;
    @Inject Staging staging;

    /** Clear uploads of drafts that nobody has looked at, oldest first, complete or not. */
    List<UUID> due() {
        return em.createQuery(
                        "select f.id from BundleFile f, Bundle b where f.bundleId = b.id"
                                + " and b.status = :draft and f.access in (:clear)"
                                + " and f.sourceId is null and f.problem is null"
                                + " and not exists (select 1 from Film m where m.fileId = f.id)"
                                + " order by f.created",
                        UUID.class)
                .setParameter("draft", Status.DRAFT)
                .setParameter("clear", CLEAR)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** A file all of which has arrived, and at which no request is. */
    Optional<BundleFile> complete(UUID fileId) {
        return Optional.ofNullable(em.find(BundleFile.class, fileId))
                .filter(f -> !staging.isHeld(fileId) && staging.offset(f) == f.length());
    }

    /** Unless the file is gone, or another node was faster. */
    void note(UUID fileId, Looked looked) {
        BundleFile file = em.find(BundleFile.class, fileId, LockModeType.PESSIMISTIC_WRITE);
        if (file != null && em.find(Film.class, fileId) == null) {
            em.persist(Film.of(fileId, looked));
        }
    }

    /** Other bytes may have come under this id. */
    void forget(UUID fileId) {
        Optional.ofNullable(em.find(Film.class, fileId)).ifPresent(em::remove);
    }

    @Nullable Film find(UUID fileId) {
        return em.find(Film.class, fileId);
    }

    Map<UUID, Film> ofBundle(UUID bundleId) {
        return em.createQuery(
                        "select m from Film m, BundleFile f where m.fileId = f.id"
                                + " and f.bundleId = :bundle",
                        Film.class)
                .setParameter("bundle", bundleId)
                .getResultStream()
                .collect(Collectors.toMap(Film::fileId, Function.identity()));
    }
}
