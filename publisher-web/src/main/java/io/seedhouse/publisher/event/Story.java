package io.seedhouse.publisher.event;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.film.FilmView;
import io.seedhouse.publisher.job.JobView;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What a listener is told; docs/protocol/events.md describes each. */
sealed interface Story {
    /** What it speaks of: a later story under the same key takes its place. */
    String key();

    /** The bundle itself. */
    record OfBundle(String type, String status, @Nullable String problem, Progress progress)
            implements Story {
        static OfBundle of(Bundle b, Progress progress) {
            return new OfBundle("bundle", b.status().label(), b.problem(), progress);
        }

        @Override
        public String key() {
            return "bundle";
        }
    }

    /** A file, and whether all of it has arrived. */
    record OfFile(String type, UUID file, String name, String access, long length, boolean complete)
            implements Story {
        static OfFile of(BundleFile f, boolean complete) {
            return new OfFile("file", f.id(), f.name(), f.access().label(), f.length(), complete);
        }

        @Override
        public String key() {
            return "file " + file;
        }
    }

    /** What a file holds. */
    record OfFilm(String type, FilmView film) implements Story {
        static OfFilm of(FilmView film) {
            return new OfFilm("film", film);
        }

        @Override
        public String key() {
            return "film " + film.file();
        }
    }

    /** How far a job is. */
    record OfJob(String type, JobView job) implements Story {
        static OfJob of(JobView job) {
            return new OfJob("job", job);
        }

        @Override
        public String key() {
            return "job " + job.id();
        }
    }

    /** A file that was there is no more. */
    record Gone(String type, UUID file) implements Story {
        static Gone of(UUID file) {
            return new Gone("gone", file);
        }

        @Override
        public String key() {
            return "file " + file;
        }
    }
}
