package io.seedhouse.publisher.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the person behind the current request reads.
 *
 * @param language of words
 * @param locale of numbers and dates: the same language, with the region the browser named
 */
public record Reader(Language language, Locale locale) {
    /** What is spoken where nobody has chosen. */
    static final Reader NOBODY = new Reader(Language.ENGLISH, Locale.US);

    /** More than any browser sends; the rest is not looked at. */
    private static final int LONGEST_HEADER = 500;

    private static final ScopedValue<Reader> CURRENT = ScopedValue.newInstance();

    /** Whoever reads what this thread writes. */
    public static Reader current() {
        return CURRENT.isBound() ? CURRENT.get() : NOBODY;
    }

    /** A reader of this language, with numbers as they are commonly written in it. */
    public static Reader of(Language language) {
        return language == Language.ENGLISH
                ? NOBODY
                : new Reader(language, Locale.forLanguageTag(language.tag()));
    }

    /**
     * The reader that a request speaks of.
     *
     * @param chosen the tag they chose on a page; it wins over what the browser asks for
     * @param acceptLanguage the header of RFC 9110, section 12.5.4; what cannot be read counts as
     *     none
     */
    static Reader of(@Nullable String chosen, @Nullable String acceptLanguage) {
        List<Locale.LanguageRange> ranges = ranges(acceptLanguage);
        Optional<Language> own = Optional.ofNullable(chosen).flatMap(Language::of);
        Language language =
                own.or(() -> ranges.stream().flatMap(r -> spoken(r).stream()).findFirst())
                        .orElse(Language.ENGLISH);
        return ranges.stream()
                .filter(r -> spoken(r).equals(Optional.of(language)))
                .map(r -> Locale.forLanguageTag(r.getRange()))
                .filter(l -> !l.getCountry().isEmpty())
                .findFirst()
                .map(l -> new Reader(language, plain(l)))
                .orElseGet(() -> of(language));
    }

    /** Without scripts, variants and extensions, some of which change calendars and digits. */
    private static Locale plain(Locale l) {
        return Locale.of(l.getLanguage(), l.getCountry());
    }

    private static Optional<Language> spoken(Locale.LanguageRange range) {
        return range.getWeight() > 0 ? Language.of(range.getRange()) : Optional.empty();
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** Does some work for this reader. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** The words that {@code work} finds for this reader. */
    public <T> T get(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
