package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.language.Reader;
import java.text.Collator;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The languages that are spoken in a bundle's films.
 *
 * @param tags of BCP 47, in the order they were given, each once; at most {@link #MOST}
 */
public record Languages(List<String> tags) {
    /** More than any release has. */
    static final int MOST = 20;

    /** A film without words: BCP 47 calls it so. */
    private static final String NO_WORDS = "zxx";

    public static final Languages NONE = new Languages(List.of());

    /**
     * @throws Invalid for a tag that names no language, or too many
     */
    public Languages {
        Set<String> once = new LinkedHashSet<>();
        tags.forEach(tag -> once.add(checked(tag)));
        if (once.size() > MOST) {
            throw new Invalid("languages", say("bundle.languages.many", MOST));
        }
        tags = List.copyOf(once);
    }

    private static String checked(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            boolean known = !name(locale, Locale.ENGLISH).equals(locale.toLanguageTag());
            if (tag.length() <= 20 && known && !locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException noTag) {
            // Answered below.
        }
        throw new Invalid("languages", say("bundle.languages.unknown", tag));
    }

    /** As the database keeps them. */
    static Languages of(String column) {
        return column.isEmpty() ? NONE : new Languages(List.of(column.split(",")));
    }

    String column() {
        return String.join(",", tags);
    }

    /** What the reader calls them. */
    public List<String> names() {
        return tags.stream().map(Languages::name).toList();
    }

    /** What the reader calls a language. */
    public static String name(String tag) {
        return tag.equals(NO_WORDS)
                ? say("bundle.languages.none")
                : name(Locale.forLanguageTag(tag), Reader.current().locale());
    }

    private static String name(Locale language, Locale reader) {
        String name = language.getDisplayName(reader);
        return name.equals(language.getLanguage()) ? language.toLanguageTag() : name;
    }

    /** Tags of two letters that the JDK has a name for, in the order of the reader's alphabet. */
    public static List<String> offered() {
        Collator alphabet = Collator.getInstance(Reader.current().locale());
        Stream<String> all = Arrays.stream(Locale.getISOLanguages()).filter(l -> l.length() == 2);
        return Stream.concat(
                        all.filter(l -> !name(l).equals(l))
                                .sorted((a, b) -> alphabet.compare(name(a), name(b))),
                        Stream.of(NO_WORDS))
                .toList();
    }
}
