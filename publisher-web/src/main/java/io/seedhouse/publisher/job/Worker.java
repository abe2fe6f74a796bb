package io.seedhouse.publisher.job;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.cutting.Bench;
import io.seedhouse.publisher.cutting.CannotCut;
import io.seedhouse.publisher.cutting.Cut;
import io.seedhouse.publisher.cutting.Interrupted;
import io.seedhouse.publisher.cutting.Made;
import io.seedhouse.publisher.cutting.Source;
import io.seedhouse.publisher.cutting.Trouble;
import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.film.Facts;
import io.seedhouse.publisher.film.Looked;
import io.seedhouse.publisher.film.Probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Does jobs, one at a call. */
@ApplicationScoped
class Worker {
    private static final Logger LOG = System.getLogger(Worker.class.getName());

    @Inject JobRows rows;
    @Inject JobFolders folders;
    @Inject Results results;
    @Inject Staging staging;
    @Inject Probe probe;
    @Inject Ffmpeg ffmpeg;
    InstantSource clock = InstantSource.system();

    private volatile boolean closing;

    /**
     * Takes the next job and does it.
     *
     * @return whether there was one
     */
    boolean work() {
        if (closing) {
            return false;
        }
        Optional<Job> job = rows.claim(clock.instant());
        job.ifPresent(this::attempt);
        return job.isPresent();
    }

    /** Work ends within moments and is put back for the next start. */
    void close() {
        closing = true;
    }

    private void attempt(Job job) {
        try {
            if (job.attempt() > JobRows.MOST_ATTEMPTS) {
                rows.fault(job);
            } else {
                make(job);
            }
        } catch (CannotCut e) {
            rows.fail(job, e.trouble());
        } catch (Interrupted e) {
            if (closing) {
                rows.putBack(job);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "attempt " + job.attempt() + " at job " + job.id(), e);
            rows.fault(job);
        } finally {
            folders.clear(job);
        }
    }

    private void make(Job job) throws IOException {
        BundleFile file =
                rows.file(job.bundleId(), job.fileId())
                        .orElseThrow(() -> new CannotCut(new Trouble("film.job.source-gone")));
        Lease lease = new Lease(job);
        Path data = staging.data(file);
        Cut cut = job.task().cut();
        if (!hasRoom(cut, file)) {
            throw new CannotCut(new Trouble("film.job.no-space"));
        }
        Source source = new Source(data, file.name(), file.length(), facts(data, lease));
        Bench bench = new Bench(ffmpeg, folders.fresh(job), lease);
        Made made = cut.make(source, bench);
        if (made instanceof Made.Frames && lease.goesOn(990)) {
            folders.keepFrames(job, bench.folder());
        }
        for (Path old : results.keep(job, made).stream().toList()) {
            Files.deleteIfExists(old);
        }
    }

    private boolean hasRoom(Cut cut, BundleFile file) {
        int copies = file.access() == Access.PAID ? 2 : 1;
        return staging.room() / copies >= cut.room(file.length());
    }

    private @Nullable Facts facts(Path data, Lease lease) throws IOException {
        return switch (probe.look(data, micros -> lease.goesOn(0))) {
            case Looked.Found f -> f.facts();
            case Looked.NoFilm n -> null;
            case Looked.Interrupted i -> throw new Interrupted();
            case Looked.Failed f -> throw new CannotCut(new Trouble(f.problem()));
        };
    }

    /** Keeps a job ours while we are at it, and tells how far it is. */
    private final class Lease implements Bench.Audience {
        private static final long PAUSE_MILLIS = 1000;

        private final Job job;
        private Instant due = Instant.EPOCH;

        Lease(Job job) {
            this.job = job;
        }

        @Override
        public boolean goesOn(int permille) {
            Instant now = clock.instant();
            if (closing) {
                return false;
            }
            if (now.isBefore(due)) {
                return true;
            }
            due = now.plusMillis(PAUSE_MILLIS);
            return rows.renew(job, permille, now);
        }
    }
}
