package io.seedhouse.publisher.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages that pages are written in. Each is complete; English is the one to fall back on.
 */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** As BCP 47 writes it, without a region. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The language of a tag such as {@code es} or {@code es-MX}; empty for one not spoken here. */
    public static Optional<Language> of(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        return Arrays.stream(values()).filter(l -> l.tag.equals(language)).findFirst();
    }

    /** All, in the order to offer them. */
    public static List<Language> all() {
        return List.of(values());
    }
}
