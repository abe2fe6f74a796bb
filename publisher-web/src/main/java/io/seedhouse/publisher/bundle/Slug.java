package io.seedhouse.publisher.bundle;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names for addresses, made from titles: lower-case ASCII letters, digits and single hyphens. */
final class Slug {
    private static final int LONGEST = 60;

    /** A slug also names a folder, and Windows has no such folders. */
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

    private Slug() {}

    /**
     * The title's slug, or the same with a number where it is taken.
     *
     * @param taken tells whether another bundle has it
     */
    static String of(String title, Predicate<String> taken) {
        String plain = plain(title);
        String slug = plain;
        for (int n = 2; taken.test(slug); n++) {
            slug = plain + "-" + n;
        }
        return slug;
    }

    private static String plain(String title) {
        String letters =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
        String cut = letters.substring(0, Math.min(LONGEST, letters.length()));
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() || RESERVED.matcher(slug).matches()
                ? ("bundle-" + slug).replaceAll("-$", "")
                : slug;
    }
}
