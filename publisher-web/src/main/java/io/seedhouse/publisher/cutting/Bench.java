package io.seedhouse.publisher.cutting;

import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Line;
import io.seedhouse.publisher.ffmpeg.Ran;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Where something is made.
 *
 * @param folder of this attempt alone
 */
public record Bench(Ffmpeg ffmpeg, Path folder, Audience audience) {
    private static final Logger LOG = System.getLogger(Bench.class.getName());

    /** Who wants the result. */
    @FunctionalInterface
    public interface Audience {
        /**
         * @param permille of the work that are done
         * @return false when it is not wanted any more
         */
        boolean goesOn(int permille);
    }

    /**
     * Runs ffmpeg to its good end.
     *
     * @param millis of the result's own time when it is done
     */
    void run(Line line, Limits limits, long millis) {
        Ran ran =
                ffmpeg.convert(
                        line,
                        folder,
                        limits,
                        micros ->
                                audience.goesOn((int) Math.min(990, micros / Math.max(1, millis))));
        if (ran instanceof Ran.Failed f) {
            throw failure(f, limits.time());
        }
    }

    /** The same for a short part of the work, which does not move the progress. */
    void step(Line line, Limits limits, int permille) {
        Ran ran = ffmpeg.convert(line, folder, limits, micros -> audience.goesOn(permille));
        if (ran instanceof Ran.Failed f) {
            throw failure(f, limits.time());
        }
    }

    private static RuntimeException failure(Ran.Failed f, Duration time) {
        if (f.cause() != Ran.Cause.STOPPED) {
            LOG.log(Level.INFO, "ffmpeg ended with {0}: {1}", f.cause(), f.complaint());
        }
        return switch (f.cause()) {
            case STOPPED -> new Interrupted();
            case MISSING -> new CannotCut("film.problem.missing");
            case TOO_LONG -> new CannotCut("film.job.slow", Long.toString(time.toMinutes()));
            case TOO_LARGE -> new CannotCut("film.job.large");
            case NO_SPACE -> new CannotCut("film.job.no-space");
            case NO_MEMORY -> new CannotCut("film.problem.memory");
            case FAULT -> new CannotCut("film.job.unreadable");
        };
    }

    /** A result that is whole: it is on the disk before anybody relies on it. */
    Path result(String name) {
        Path made = folder.resolve(name);
        try (FileChannel file = FileChannel.open(made, StandardOpenOption.WRITE)) {
            if (file.size() == 0) {
                throw new CannotCut("film.job.unreadable");
            }
            file.force(true);
            return made;
        } catch (NoSuchFileException e) {
            throw new CannotCut("film.job.unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync " + made, e);
        }
    }
}
