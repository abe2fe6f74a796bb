package io.seedhouse.publisher.job;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.cutting.Made;
import io.seedhouse.publisher.cutting.Trouble;
import io.seedhouse.publisher.upload.Create;
import io.seedhouse.publisher.upload.Uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes results part of the bundle, in one transaction with the end of the job: a job that ends
 * twice, because its first worker was believed dead, leaves one result.
 */
@ApplicationScoped
@Transactional
public class Results {
    private static final Trouble SOURCE_GONE = new Trouble("film.job.source-gone");

    @Inject JobRows rows;
    @Inject JobFolders folders;
    @Inject Bundles bundles;
    @Inject Uploads uploads;
    @Inject Staging staging;

    /**
     * @return what the new file has replaced, to be deleted now; empty for nothing
     */
    Optional<Path> keep(Job claimed, Made made) {
        Optional<Job> mine = rows.mine(claimed);
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Job job = mine.get();
        return switch (made) {
            case Made.Frames f -> {
                job.done(null, f.moments());
                yield Optional.empty();
            }
            case Made.File f -> keep(job, f);
        };
    }

    private Optional<Path> keep(Job job, Made.File made) {
        Optional<BundleFile> source = rows.file(job.bundleId(), job.fileId());
        if (source.isEmpty()) {
            job.failed(SOURCE_GONE);
            return Optional.empty();
        }
        Place place = place(job, made.name(), source.get().id());
        Optional<BundleFile> old = place.old();
        Create answer =
                uploads.adopt(
                        job.publisherId(),
                        job.bundleId(),
                        place.name(),
                        made.free() ? Access.FREE : source.get().access(),
                        made.data(),
                        old.map(BundleFile::id).orElse(null));
        if (answer instanceof Create.Created c) {
            job.done(c.file().id(), List.of());
            return old.map(staging::data);
        }
        throw new IllegalStateException(
                "the result of job " + job.id() + " was not taken: " + answer);
    }

    /** A name that is free, or that of an earlier result, which goes. */
    private record Place(String name, Optional<BundleFile> old) {}

    private Place place(Job job, String wanted, UUID source) {
        Set<String> taken =
                bundles.files(job.bundleId()).stream()
                        .map(f -> BundleFile.key(f.name()))
                        .collect(Collectors.toSet());
        Iterator<String> names = Names.like(wanted).iterator();
        while (names.hasNext()) {
            String name = names.next();
            Optional<BundleFile> old = rows.earlier(job, name).filter(f -> !f.id().equals(source));
            if (old.isPresent() || !taken.contains(BundleFile.key(name))) {
                return new Place(old.map(BundleFile::name).orElse(name), old);
            }
        }
        throw new IllegalStateException("no name is free for the result of job " + job.id());
    }
}
