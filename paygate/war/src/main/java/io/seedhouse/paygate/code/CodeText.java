package io.seedhouse.paygate.code;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code as it is shown, and the key by which it is found whatever case, blanks and dashes it is
 * typed with.
 *
 * @param key empty for a text that cannot be a code
 */
record CodeText(String shown, String key) {
    static final int SHORTEST = 3;
    static final int LONGEST = 40;

    /** With the blanks and dashes that people put in between. */
    static final int LONGEST_SHOWN = 60;

    /** 32 letters and digits, none easily taken for another: no 0 and O, no 1 and I. */
    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern KEY =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]{%d,%d}".formatted(SHORTEST, LONGEST));

    static CodeText of(String typed) {
        return new CodeText(typed.strip(), key(typed));
    }

    /** 12 letters and digits of 5 bits each: at 60 bits nobody finds one by trying. */
    static CodeText random() {
        var shown = new StringBuilder();
        for (var i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                shown.append('-');
            }
            shown.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return of(shown.toString());
    }

    private static String key(String typed) {
        if (typed.strip().length() > LONGEST_SHOWN) {
            return "";
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var key = BETWEEN.matcher(plain).replaceAll("");
        return KEY.matcher(key).matches() ? key : "";
    }

    /** Leaves the code out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "CodeText";
    }
}
