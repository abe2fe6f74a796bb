package io.seedhouse.publisher.recipient;

import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.publisher.bundle.Access;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has complete sealed files examined, each once. Whoever meets one that a killed server left
 * unexamined makes up for it.
 */
@ApplicationScoped
@Transactional
public class Examinations {
    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Recipients recipients;

    /**
     * Examines a file unless that has been done, or it is not complete, or was not sealed at home.
     *
     * @return the file as it is then; empty when it is gone
     */
    public Optional<BundleFile> examine(UUID fileId) {
        Optional<BundleFile> found = Optional.ofNullable(em.find(BundleFile.class, fileId));
        found.filter(this::isDue).ifPresent(file -> file.examined(fault(file)));
        return found;
    }

    /**
     * Examines what is due in a draft, but for files that a request is at: one that is being
     * dropped has the path of the one that takes its place, and must not speak for it.
     */
    public void examineAll(UUID publisherId, UUID bundleId) {
        Optional<Bundle> draft =
                bundles.find(publisherId, bundleId).filter(b -> b.status() == Status.DRAFT);
        draft.stream()
                .flatMap(b -> bundles.files(b.id()).stream())
                .map(BundleFile::id)
                .filter(id -> !staging.isHeld(id))
                .forEach(this::examine);
    }

    private boolean isDue(BundleFile file) {
        return file.access() == Access.SEALED
                && !file.isExamined()
                && staging.offset(file) == file.length();
    }

    private @Nullable String fault(BundleFile file) {
        return Verdict.on(
                        new SealedName(file.name()),
                        recipients.examine(file.bundleId(), file.paid(), staging.data(file)))
                .orElse(null);
    }
}
