package io.seedhouse.publisher.cutting;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Languages in the names of subtitles: {@code film.es.vtt}. */
public final class Tongue {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern ENDING =
            Pattern.compile("(.+)\\.([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)");

    /** What BCP 47 calls a language that nobody named. */
    private static final String UNKNOWN = "und";

    private Tongue() {}

    /** Whether it is a tag in form. */
    public static boolean isTag(String tag) {
        return TAG.matcher(tag).matches();
    }

    /** Two letters where there are two: films say {@code spa}, browsers {@code es}. */
    static String shortest(@Nullable String tag) {
        if (tag == null) {
            return UNKNOWN;
        }
        return Arrays.stream(Locale.getISOLanguages())
                .filter(two -> two.length() == 2 && three(two).equals(tag))
                .findFirst()
                .orElse(tag);
    }

    private static String three(String two) {
        try {
            return Locale.of(two).getISO3Language();
        } catch (MissingResourceException none) {
            return "";
        }
    }

    /** The language that a name without its ending says at its end. */
    static String ofName(String stem) {
        Matcher ending = ENDING.matcher(stem);
        return ending.matches() && isKnown(ending.group(2)) ? ending.group(2) : UNKNOWN;
    }

    private static boolean isKnown(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
    }

    /** A language that the name says already is not said twice. */
    static String name(String stem, String language) {
        Matcher ending = ENDING.matcher(stem);
        boolean said = ending.matches() && isKnown(ending.group(2));
        return (said ? ending.group(1) : stem) + "." + language + ".vtt";
    }
}
