package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a bundle is, for the storefront's shelves. */
public enum Category {
    FILM,
    SHORT,
    DOCUMENTARY,
    SERIES,
    MUSIC,
    AUDIOBOOK,
    BOOK,
    PICTURE,
    GAME,
    SOFTWARE,
    OTHER;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Invalid for an unknown one, naming all there are
     */
    public static Category of(String label) {
        return Arrays.stream(values())
                .filter(c -> c.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Invalid("category", say("bundle.category", all())));
    }

    private static String all() {
        return Arrays.stream(values()).map(Category::label).collect(Collectors.joining(", "));
    }
}
