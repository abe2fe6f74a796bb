package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What senders said of their files. Whoever changes a row holds its bundle's, as sealing does. */
@ApplicationScoped
@Transactional
class DigestRows {
    /** Files looked at in one go; the next round takes the rest. */
    private static final int MOST = 100;

    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Staging staging;

    Optional<BundleFile> claim(UUID publisherId, UUID fileId, String digest) {
        Optional<BundleFile> file = inDraft(publisherId, fileId);
        file.ifPresent(f -> f.claimDigest(digest));
        return file;
    }

    Optional<BundleFile> find(UUID publisherId, UUID fileId) {
        return Optional.ofNullable(em.find(BundleFile.class, fileId))
                .filter(f -> bundles.find(publisherId, f.bundleId()).isPresent());
    }

    private Optional<BundleFile> inDraft(UUID publisherId, UUID fileId) {
        return Optional.ofNullable(em.find(BundleFile.class, fileId))
                .filter(f ->
                        bundles.lock(publisherId, f.bundleId())
                                .filter(b -> b.status() == Status.DRAFT)
                                .isPresent());
    }

    List<UUID> due() {
        return em.createQuery(
                        "select f.id from BundleFile f, Bundle b where f.bundleId = b.id"
                                + " and b.status = :draft and f.digest is not null"
                                + " and f.digestCompared = false order by f.created",
                        UUID.class)
                .setParameter("draft", Status.DRAFT)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** A file all of which has arrived, and at which no request is. */
    Optional<BundleFile> complete(UUID fileId) {
        return Optional.ofNullable(em.find(BundleFile.class, fileId))
                .filter(f -> !staging.isHeld(fileId) && staging.offset(f) == f.length());
    }

    /** Unless the sender has said otherwise meanwhile. */
    void compared(UUID fileId, String digest, boolean same) {
        BundleFile file = em.find(BundleFile.class, fileId);
        if (file == null) {
            return;
        }
        Bundle bundle = em.find(Bundle.class, file.bundleId());
        if (bundle != null
                && bundles.lock(bundle.publisherId(), bundle.id()).isPresent()
                && digest.equals(file.digest())) {
            file.digestCompared(same ? null : DigestState.DIFFERENT);
        }
    }
}
