package io.seedhouse.publisher.film;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a look at a file found, kept beside it. */
@Entity
@Table(name = "publisher_film")
class Film {
    enum State {
        /** It plays or shows. */
        FOUND,
        /** It is something else, fine as a download. */
        NONE,
        /** It could not be looked at. */
        FAILED
    }

    @Id
    @Column(name = "file_id")
    private UUID fileId;

    @Enumerated(EnumType.STRING)
    private State state;

    private String problem;
    private String probe;
    private String brand = "";

    @Column(name = "fast_start")
    private Boolean fastStart;

    private Instant checked;

    protected Film() {}

    private Film(UUID fileId, State state) {
        this.fileId = fileId;
        this.state = state;
        this.checked = Instant.now();
    }

    static Film of(UUID fileId, Looked looked) {
        return switch (looked) {
            case Looked.Found f -> found(fileId, f.reading());
            case Looked.NoFilm n -> new Film(fileId, State.NONE);
            case Looked.Failed f -> {
                Film film = new Film(fileId, State.FAILED);
                film.problem = f.problem();
                yield film;
            }
            case Looked.Interrupted i ->
                    throw new IllegalArgumentException("nothing is known of " + fileId);
        };
    }

    private static Film found(UUID fileId, Reading reading) {
        Film film = new Film(fileId, State.FOUND);
        film.probe = reading.probe();
        film.brand = reading.brand();
        film.fastStart = reading.fastStart();
        return film;
    }

    UUID fileId() {
        return fileId;
    }

    State state() {
        return state;
    }

    /** Key of a sentence; null unless it failed. */
    @Nullable String problem() {
        return problem;
    }

    Optional<Facts> facts() {
        return probe == null ? Optional.empty() : new Reading(probe, brand, fastStart).facts();
    }
}
