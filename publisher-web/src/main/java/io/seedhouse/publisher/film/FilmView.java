package io.seedhouse.publisher.film;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.bundle.BundleFile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What is known of a file, as the API shows it. Sentences are in the reader's language.
 *
 * @param file its id
 * @param state {@code waiting} until all has arrived and was looked at, {@code found}, {@code none}
 *     for what is fine as a download, {@code failed}
 * @param problem a sentence, where it failed
 * @param facts where something was found
 */
public record FilmView(
        UUID file,
        String name,
        String state,
        @Nullable String problem,
        @Nullable Boolean playsInBrowsers,
        List<Why> reasons,
        @Nullable Facts facts) {

    /**
     * A reason with its words.
     *
     * @param stops whether it keeps the film from playing
     */
    public record Why(String key, String sentence, boolean stops) {}

    static FilmView of(BundleFile file, @Nullable Film film) {
        if (film == null) {
            return new FilmView(file.id(), file.name(), "waiting", null, null, List.of(), null);
        }
        Facts facts = film.facts().orElse(null);
        return new FilmView(
                file.id(),
                file.name(),
                film.state().name().toLowerCase(Locale.ROOT),
                film.problem() == null ? null : say(film.problem()),
                facts == null ? null : facts.playsInBrowsers(),
                facts == null ? List.of() : whys(facts),
                facts);
    }

    private static List<Why> whys(Facts facts) {
        return facts.reasons().stream()
                .map(r -> new Why(r.key(), r.sentence(), r.stops()))
                .toList();
    }
}
