package io.seedhouse.publisher.film;

import io.seedhouse.publisher.ffmpeg.Ffmpeg;
import io.seedhouse.publisher.ffmpeg.Limits;
import io.seedhouse.publisher.ffmpeg.Ran;
import io.seedhouse.publisher.ffmpeg.Watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Looks at a file. */
@ApplicationScoped
public class Probe {
    /** A look takes a fraction of a second, on a disk that is far away some. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1, 2L << 30);

    @Inject Ffmpeg ffmpeg;
    Limits limits = LIMITS;

    /**
     * @throws IOException when the file is gone or cannot be read
     */
    public Looked look(Path file, Watch watch) throws IOException {
        if (Files.size(file) == 0) {
            return new Looked.NoFilm();
        }
        return switch (ffmpeg.probe(file, limits, watch)) {
            case Ran.Done d -> understood(file, d.output());
            case Ran.Failed f ->
                    switch (f.cause()) {
                        case FAULT -> unreadable(file, f.complaint());
                        case STOPPED -> new Looked.Interrupted();
                        case MISSING -> new Looked.Failed("film.problem.missing", f.complaint());
                        case TOO_LONG -> new Looked.Failed("film.problem.slow", f.complaint());
                        case NO_MEMORY -> new Looked.Failed("film.problem.memory", f.complaint());
                        case TOO_LARGE, NO_SPACE ->
                                new Looked.Failed("film.problem.odd", f.complaint());
                    };
        };
    }

    private static Looked unreadable(Path file, String complaint) throws IOException {
        return Opening.isContainer(file)
                ? new Looked.Failed("film.problem.damaged", complaint)
                : new Looked.NoFilm();
    }

    private static Looked understood(Path file, String answer) throws IOException {
        boolean webm = Opening.isWebm(file);
        String brand = webm ? "webm" : Opening.brand(file);
        Opening.Order order =
                brand.isEmpty() || webm ? new Opening.Order(null, false) : Opening.order(file);
        if (order.cut()) {
            return new Looked.Failed("film.problem.cut", "its last box is not whole");
        }
        Reading reading = new Reading(answer, brand, order.indexFirst());
        return reading.facts().isPresent() ? new Looked.Found(reading) : new Looked.NoFilm();
    }
}
