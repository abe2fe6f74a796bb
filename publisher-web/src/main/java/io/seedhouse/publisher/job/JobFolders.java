package io.seedhouse.publisher.job;

import io.seedhouse.publisher.Home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Folders of jobs, all in the bundle's work folder: {@code jobs/JOB/ATTEMPT} while something is
 * made, {@code frames/FILE} for pictures to choose from. Sealing clears them.
 */
@ApplicationScoped
class JobFolders {
    @Inject Home home;

    /** An empty folder for this attempt; what earlier ones left is gone. */
    Path fresh(Job job) {
        try {
            clear(job);
            return Files.createDirectories(all(job).resolve(Integer.toString(job.attempt())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for job " + job.id(), e);
        }
    }

    void clear(Job job) {
        delete(all(job));
    }

    private Path all(Job job) {
        return home.work(job.bundleId()).resolve("jobs").resolve(job.id().toString());
    }

    /** Puts finished pictures where they are served from, in the place of earlier ones. */
    void keepFrames(Job job, Path made) {
        Path frames = frames(job.bundleId(), job.fileId());
        try {
            delete(frames);
            Files.createDirectories(frames.getParent());
            Files.move(made, frames);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep pictures in " + frames, e);
        }
    }

    Path frames(UUID bundleId, UUID fileId) {
        return home.work(bundleId).resolve("frames").resolve(fileId.toString());
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException nothing) {
            // There is nothing to delete.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }
}
