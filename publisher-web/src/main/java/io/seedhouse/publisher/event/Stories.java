package io.seedhouse.publisher.event;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.film.Films;
import io.seedhouse.publisher.job.JobView;
import io.seedhouse.publisher.job.Jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How a bundle stands, in the words of the current reader. */
@ApplicationScoped
@Transactional
public class Stories {
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Films films;
    @Inject Jobs jobs;

    /** The whole state; empty when it is not the publisher's. */
    Optional<List<Story>> of(UUID publisherId, UUID bundleId) {
        return bundles.find(publisherId, bundleId).map(b -> of(publisherId, b));
    }

    private List<Story> of(UUID publisherId, Bundle bundle) {
        List<Story> all = new ArrayList<>();
        all.add(Story.OfBundle.of(bundle, bundles.progress(bundle)));
        for (BundleFile file : bundles.files(bundle.id())) {
            all.add(Story.OfFile.of(file, staging.offset(bundle, file) == file.length()));
        }
        if (bundle.status() == Status.DRAFT) {
            films.ofBundle(publisherId, bundle.id()).stream()
                    .flatMap(List::stream)
                    .forEach(f -> all.add(Story.OfFilm.of(f)));
        }
        jobs.ofBundle(publisherId, bundle.id()).stream()
                .flatMap(List::stream)
                .forEach(j -> all.add(Story.OfJob.of(JobView.of(j))));
        return all;
    }
}
