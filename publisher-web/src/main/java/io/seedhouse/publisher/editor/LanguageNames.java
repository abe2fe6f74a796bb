package io.seedhouse.publisher.editor;

import io.seedhouse.publisher.bundle.Languages;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Languages as people type them: names or tags, separated by commas. */
final class LanguageNames {
    private LanguageNames() {}

    static String typed(Languages languages) {
        return String.join(", ", languages.names());
    }

    /**
     * @throws io.seedhouse.publisher.Invalid for a name that is none, neither in the reader's
     *     language nor in English
     */
    static Languages parse(String typed) {
        List<String> parts =
                Arrays.stream(typed.split("[,;]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        return new Languages(parts.stream().map(LanguageNames::tag).toList());
    }

    /** A name of no language is left as it is: it may be a tag. */
    private static String tag(String name) {
        String plain = plain(name);
        return Languages.offered().stream()
                .filter(tag -> plain(Languages.name(tag)).equals(plain) || english(tag, plain))
                .findFirst()
                .orElseGet(() -> regional(name, plain));
    }

    private static boolean english(String tag, String plain) {
        return plain(Reader.of(Language.ENGLISH).get(() -> Languages.name(tag))).equals(plain);
    }

    /** {@code Portuguese (Brazil)} names a language with a region. */
    private static String regional(String name, String plain) {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(l -> !l.getCountry().isEmpty() && l.getScript().isEmpty())
                .map(Locale::toLanguageTag)
                .filter(tag -> plain(Languages.name(tag)).equals(plain))
                .findFirst()
                .orElse(name);
    }

    /** Without case and accents. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
