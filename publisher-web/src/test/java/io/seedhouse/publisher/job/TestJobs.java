package io.seedhouse.publisher.job;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.ffmpeg.TestFfmpeg;
import io.seedhouse.publisher.film.TestFilms;
import io.seedhouse.publisher.upload.TestUploads;

import jakarta.persistence.EntityManager;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The beans of this package, put together by hand. */
public final class TestJobs {
    private TestJobs() {}

    public static JobRows rows(EntityManager em) {
        JobRows rows = new JobRows();
        rows.em = em;
        rows.bundles = TestBundles.over(em);
        return rows;
    }

    /** A job that waits. */
    public static Begin waiting(EntityManager em, UUID publisherId, BundleFile file) {
        return rows(em).insert(publisherId, file, Task.remux());
    }

    /** None waits any more. */
    public static EntityManager cancelled(EntityManager em, UUID publisherId, BundleFile file) {
        rows(em).ofBundle(file.bundleId())
                .forEach(job -> rows(em).cancel(publisherId, file.bundleId(), job.id()));
        return em;
    }

    static JobFolders folders(Home home) {
        JobFolders folders = new JobFolders();
        folders.home = home;
        return folders;
    }

    /** Nobody works unless a test does. */
    public static Jobs jobs(EntityManager em, Home home, Staging staging) {
        Jobs jobs = new Jobs();
        jobs.rows = rows(em);
        jobs.folders = folders(home);
        jobs.bundles = TestBundles.over(em);
        jobs.staging = staging;
        jobs.films = TestFilms.films(em, staging);
        jobs.rounds =
                new JobRounds() {
                    @Override
                    public void soon() {}
                };
        return jobs;
    }

    static Results results(EntityManager em, Home home, Staging staging) {
        Results results = new Results();
        results.rows = rows(em);
        results.folders = folders(home);
        results.bundles = TestBundles.over(em);
        results.uploads = TestUploads.over(em, staging);
        results.staging = staging;
        return results;
    }

    static Worker worker(EntityManager em, Home home, Staging staging, InstantSource clock) {
        return worker(em, home, staging, clock, TestFfmpeg.bundled());
    }

    static Worker worker(
            EntityManager em, Home home, Staging staging, InstantSource clock, Ffmpeg ffmpeg) {
        Worker worker = new Worker();
        worker.rows = rows(em);
        worker.folders = folders(home);
        worker.results = results(em, home, staging);
        worker.staging = staging;
        worker.probe = TestFilms.probe();
        worker.ffmpeg = ffmpeg;
        worker.clock = clock;
        return worker;
    }

    static List<Object> api(EntityManager em, Home home, Staging staging, UUID asker) {
        JobResource jobs = new JobResource();
        jobs.jobs = jobs(em, home, staging);
        jobs.publisher = TestPublisher.signedIn(asker);
        FrameResource frames = new FrameResource();
        frames.jobs = jobs(em, home, staging);
        frames.publisher = TestPublisher.signedIn(asker);
        return List.of(jobs, frames);
    }
}
