package io.seedhouse.publisher.job;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;

import java.util.Arrays;
import java.util.Locale;

/** What can be made of a file. */
public enum Kind {
    REMUX,
    FRAMES,
    POSTER,
    TEASER,
    SUBTITLES;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Invalid for an unknown one, naming all
     */
    static Kind of(String label) {
        return Arrays.stream(values())
                .filter(k -> k.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", say("film.kind")));
    }
}
