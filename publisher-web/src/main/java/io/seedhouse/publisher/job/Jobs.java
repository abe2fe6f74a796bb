package io.seedhouse.publisher.job;

import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.cutting.CannotCut;
import io.seedhouse.publisher.cutting.FramesCut;
import io.seedhouse.publisher.cutting.Source;
import io.seedhouse.publisher.cutting.Trouble;
import io.seedhouse.publisher.film.Facts;
import io.seedhouse.publisher.film.Films;
import io.seedhouse.publisher.film.Opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs of publishers' drafts. Call it outside a transaction. */
@ApplicationScoped
public class Jobs {
    @Inject JobRows rows;
    @Inject JobFolders folders;
    @Inject JobRounds rounds;
    @Inject Bundles bundles;
    @Inject Staging staging;
    @Inject Films films;

    /** Has something made of a complete file of a draft. */
    public Begin start(UUID publisherId, UUID bundleId, UUID fileId, Task task) {
        Optional<Bundle> bundle = bundles.find(publisherId, bundleId);
        if (bundle.isEmpty()) {
            return new Begin.NoSuchBundle();
        }
        Optional<BundleFile> file = rows.file(bundleId, fileId);
        if (file.isEmpty()) {
            return new Begin.NoSuchFile();
        }
        if (bundle.get().status() != Status.DRAFT) {
            return new Begin.NotADraft(bundle.get().status());
        }
        Begin answer = start(publisherId, file.get(), task);
        if (answer instanceof Begin.Begun) {
            rounds.soon();
        }
        return answer;
    }

    private Begin start(UUID publisherId, BundleFile file, Task task) {
        boolean clear = file.access() == Access.FREE || file.access() == Access.PAID;
        if (!clear || file.sourceId() != null) {
            return new Begin.NotReadable(file.name(), true);
        }
        if (staging.isHeld(file.id()) || staging.offset(file) < file.length()) {
            return new Begin.NotReadable(file.name(), false);
        }
        Optional<Trouble> trouble = trouble(file, task);
        if (trouble.isPresent()) {
            return new Begin.Impossible(trouble.get());
        }
        int copies = file.access() == Access.PAID ? 2 : 1;
        return staging.room() / copies < task.cut().room(file.length())
                ? new Begin.NoRoom()
                : rows.insert(publisherId, file, task);
    }

    /** What can be told at once. A file that nobody has looked at yet gets the benefit of doubt. */
    private Optional<Trouble> trouble(BundleFile file, Task task) {
        Path data = staging.data(file);
        try {
            if (task.kind() == Kind.POSTER && Opening.isMarkup(data)) {
                return Optional.of(new Trouble("film.job.svg"));
            }
            Optional<Facts> facts = films.facts(file.id());
            if (facts.isPresent()) {
                task.cut().check(new Source(data, file.name(), file.length(), facts.get()));
            }
            return Optional.empty();
        } catch (CannotCut e) {
            return Optional.of(e.trouble());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data, e);
        }
    }

    /** Jobs of a bundle, newest first; empty for somebody else's. */
    public Optional<List<Job>> ofBundle(UUID publisherId, UUID bundleId) {
        return bundles.find(publisherId, bundleId).map(b -> rows.ofBundle(bundleId));
    }

    public Optional<Job> find(UUID publisherId, UUID bundleId, UUID jobId) {
        return rows.find(publisherId, bundleId, jobId);
    }

    /** Ends a job that waits or runs within a second or two; a finished one stays as it is. */
    public Optional<Job> cancel(UUID publisherId, UUID bundleId, UUID jobId) {
        return rows.cancel(publisherId, bundleId, jobId);
    }

    /**
     * A picture to choose from.
     *
     * @param n from 0
     */
    public Optional<Path> frame(UUID publisherId, UUID bundleId, UUID fileId, int n) {
        return bundles.find(publisherId, bundleId)
                .filter(b -> n >= 0 && n < FramesCut.MOST)
                .map(b -> folders.frames(bundleId, fileId).resolve(n + ".jpg"))
                .filter(Files::isRegularFile);
    }
}
