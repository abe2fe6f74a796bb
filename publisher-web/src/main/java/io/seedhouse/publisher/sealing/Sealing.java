package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.bundle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts the sealing of bundles and tells how far it is. */
@ApplicationScoped
public class Sealing {
    @Inject Bundles bundles;

    /** Begins to seal a draft; it goes on in the background, over a restart of the server too. */
    @Transactional
    public Start start(UUID publisherId, UUID bundleId) {
        Optional<Bundle> bundle = bundles.lock(publisherId, bundleId);
        if (bundle.isEmpty()) {
            return new Start.NoSuchBundle(bundleId);
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Start.NotADraft(bundle.get().status());
        }
        List<BundleFile> files = bundles.files(bundleId);
        if (files.isEmpty()) {
            return new Start.NoFiles();
        }
        Optional<BundleFile> unfinished = files.stream().filter(f -> !f.complete()).findFirst();
        if (unfinished.isPresent()) {
            return new Start.UnfinishedUpload(unfinished.get().name());
        }
        bundle.get().startSealing();
        return new Start.Started();
    }

    /** How far the sealing of a bundle is; nothing done for a draft, all for a sealed one. */
    public Progress progress(Bundle bundle) {
        long total = bundles.files(bundle.id()).stream().mapToLong(BundleFile::length).sum();
        boolean done = bundle.status() == Status.SEALED || bundle.status() == Status.PUBLISHED;
        return new Progress(done ? total : 0, total);
    }
}
