package io.seedhouse.publisher.job;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.cutting.Trouble;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of jobs, each method one transaction; several nodes may share them. */
@ApplicationScoped
@Transactional
public class JobRows {
    /** How long a running job is kept for its worker, who renews it every few seconds. */
    static final Duration LEASE = Duration.ofSeconds(30);

    static final int MOST_ATTEMPTS = 3;
    static final int MOST_OF_BUNDLE = 20;
    static final int MOST_OF_PUBLISHER = 40;
    static final int MOST = 1000;

    /** Finished ones of a bundle that are remembered. */
    static final int REMEMBERED = 100;

    private static final Set<Job.State> OPEN = Set.of(Job.State.WAITING, Job.State.RUNNING);
    private static final Trouble GAVE_UP = new Trouble("film.job.gave-up");

    @PersistenceContext EntityManager em;
    @Inject Bundles bundles;

    /** Adds a job to a draft, whose row it holds meanwhile, as sealing does. */
    Begin insert(UUID publisherId, BundleFile file, Task task) {
        Optional<Bundle> bundle = bundles.lock(publisherId, file.bundleId());
        if (bundle.isEmpty()) {
            return new Begin.NoSuchBundle();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Begin.NotADraft(bundle.get().status());
        }
        Job job = new Job(publisherId, file.bundleId(), file.id(), task);
        Optional<Job> same =
                ofBundle(file.bundleId()).stream().filter(j -> isSame(j, job)).findFirst();
        if (same.isPresent()) {
            return new Begin.Begun(same.get());
        }
        Begin.TooMany full = full(publisherId, file.bundleId());
        if (full != null) {
            return full;
        }
        forget(file.bundleId());
        em.persist(job);
        return new Begin.Begun(job);
    }

    private static boolean isSame(Job old, Job job) {
        return !old.isOver()
                && old.fileId().equals(job.fileId())
                && old.kind() == job.kind()
                && old.parameters().equals(job.parameters());
    }

    private Begin.@Nullable TooMany full(UUID publisherId, UUID bundleId) {
        if (open("j.bundleId = :id", bundleId) >= MOST_OF_BUNDLE) {
            return new Begin.TooMany("film.job.many-of-bundle", MOST_OF_BUNDLE);
        }
        if (open("j.publisherId = :id", publisherId) >= MOST_OF_PUBLISHER) {
            return new Begin.TooMany("film.job.many-of-publisher", MOST_OF_PUBLISHER);
        }
        return open() >= MOST ? new Begin.TooMany("film.job.many", MOST) : null;
    }

    private long open(String whose, UUID id) {
        return em.createQuery(
                        "select count(j) from Job j where j.state in (:open) and " + whose,
                        Long.class)
                .setParameter("open", OPEN)
                .setParameter("id", id)
                .getSingleResult();
    }

    private long open() {
        return em.createQuery("select count(j) from Job j where j.state in (:open)", Long.class)
                .setParameter("open", OPEN)
                .getSingleResult();
    }

    /** Drops the oldest finished ones beyond what is remembered. */
    private void forget(UUID bundleId) {
        ofBundle(bundleId).stream().filter(Job::isOver).skip(REMEMBERED).forEach(em::remove);
    }

    /** Newest first. */
    List<Job> ofBundle(UUID bundleId) {
        return em.createQuery(
                        "select j from Job j where j.bundleId = :bundle"
                                + " order by j.created desc, j.id",
                        Job.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** Whether something is still made of files of this bundle, or is to be. */
    public boolean isBusy(UUID bundleId) {
        return open("j.bundleId = :id", bundleId) > 0;
    }

    Optional<Job> find(UUID publisherId, UUID bundleId, UUID jobId) {
        return Optional.ofNullable(em.find(Job.class, jobId))
                .filter(j -> j.bundleId().equals(bundleId) && j.publisherId().equals(publisherId));
    }

    Optional<BundleFile> file(UUID bundleId, UUID fileId) {
        return Optional.ofNullable(em.find(BundleFile.class, fileId))
                .filter(f -> f.bundleId().equals(bundleId));
    }

    /** Ends a job that waits or runs; a finished one stays as it is. */
    Optional<Job> cancel(UUID publisherId, UUID bundleId, UUID jobId) {
        Optional<Job> job = find(publisherId, bundleId, jobId);
        job.ifPresent(j -> {
            em.refresh(j, LockModeType.PESSIMISTIC_WRITE);
            if (!j.isOver()) {
                j.cancelled();
            }
        });
        return job;
    }

    /**
     * Takes the job that is due longest, unless another node just took it. Of one publisher one job
     * runs at a time, so that nobody fills all workers.
     */
    Optional<Job> claim(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return due(now).filter(id -> take(id, now)).map(id -> em.find(Job.class, id));
    }

    private Optional<UUID> due(Instant now) {
        return em.createQuery(
                        "select j.id from Job j where (j.state = :waiting or (j.state = :running"
                                + " and j.lease < :now)) and not exists (select 1 from Job o"
                                + " where o.publisherId = j.publisherId and o.state = :running"
                                + " and o.lease >= :now) order by j.created, j.id",
                        UUID.class)
                .setParameter("waiting", Job.State.WAITING)
                .setParameter("running", Job.State.RUNNING)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** True for the one worker that gets it. */
    private boolean take(UUID id, Instant now) {
        return em.createQuery(
                                "update Job j set j.state = :running, j.attempt = j.attempt + 1,"
                                        + " j.lease = :later, j.progress = 0,"
                                        + " j.started = coalesce(j.started, :now) where j.id = :id"
                                        + " and (j.state = :waiting"
                                        + " or (j.state = :running and j.lease < :now))")
                        .setParameter("running", Job.State.RUNNING)
                        .setParameter("waiting", Job.State.WAITING)
                        .setParameter("later", now.plus(LEASE))
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Keeps a job for its worker; false when it is another's by now, or cancelled. */
    boolean renew(Job job, int progress, Instant now) {
        return em.createQuery(
                                "update Job j set j.lease = :later, j.progress = :progress"
                                        + " where j.id = :id and j.attempt = :attempt"
                                        + " and j.state = :running")
                        .setParameter("later", now.plus(LEASE).truncatedTo(ChronoUnit.MICROS))
                        .setParameter("progress", progress)
                        .setParameter("id", job.id())
                        .setParameter("attempt", job.attempt())
                        .setParameter("running", Job.State.RUNNING)
                        .executeUpdate()
                == 1;
    }

    /** The row, held, if it is still this worker's; the bundle's row is held first. */
    Optional<Job> mine(Job job) {
        if (bundles.lock(job.publisherId(), job.bundleId()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(em.find(Job.class, job.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(j -> j.state() == Job.State.RUNNING && j.attempt() == job.attempt());
    }

    void fail(Job job, Trouble trouble) {
        mine(job).ifPresent(j -> j.failed(trouble));
    }

    /** A worker met a fault of the server: another attempt, unless it was the last. */
    void fault(Job job) {
        if (job.attempt() >= MOST_ATTEMPTS) {
            fail(job, GAVE_UP);
        } else {
            mine(job).ifPresent(Job::again);
        }
    }

    void putBack(Job job) {
        mine(job).ifPresent(Job::putBack);
    }

    /**
     * The file of this name that an earlier job of the same kind made, if it is still there. A
     * bundle has one poster and one teaser of ours; of the rest each source has its own.
     */
    Optional<BundleFile> earlier(Job job, String name) {
        boolean one = job.kind() == Kind.POSTER || job.kind() == Kind.TEASER;
        return ofBundle(job.bundleId()).stream()
                .filter(j -> j.state() == Job.State.DONE && j.kind() == job.kind())
                .filter(j ->
                        one
                                || (j.fileId().equals(job.fileId())
                                        && j.parameters().equals(job.parameters())))
                .flatMap(j -> Optional.ofNullable(j.resultId()).stream())
                .flatMap(id -> file(job.bundleId(), id).stream())
                .filter(f -> BundleFile.key(f.name()).equals(BundleFile.key(name)))
                .findFirst();
    }
}
