package io.seedhouse.publisher.film;

import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.ffmpeg.Watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

/** Looks at every file that has arrived, once. */
@ApplicationScoped
class Checks {
    private static final Logger LOG = System.getLogger(Checks.class.getName());

    @Inject FilmRows rows;
    @Inject Staging staging;
    @Inject Probe probe;

    private volatile boolean closing;

    /** Looks at all that is due, one file after another. */
    void checkDue() {
        for (UUID id : rows.due()) {
            if (!closing) {
                rows.complete(id).ifPresent(this::check);
            }
        }
    }

    private void check(BundleFile file) {
        Watch watch = micros -> !closing;
        try {
            Looked looked = probe.look(staging.data(file), watch);
            if (looked instanceof Looked.Failed f) {
                LOG.log(Level.INFO, "File {0} cannot be read: {1}", file.id(), f.complaint());
            }
            if (!(looked instanceof Looked.Interrupted)) {
                rows.note(file.id(), looked);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            // Deleted while it was read: there is nothing to tell.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + staging.data(file), e);
        }
    }

    /** The server goes down: the next start looks again. */
    void close() {
        closing = true;
    }
}
