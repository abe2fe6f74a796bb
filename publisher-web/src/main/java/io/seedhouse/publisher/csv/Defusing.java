package io.seedhouse.publisher.csv;

import java.util.regex.Pattern;

/**
 * Puts an apostrophe before what a spreadsheet would run as a formula, and takes it away again.
 * Text that has such an apostrophe already gets one more, so every text comes back as it was.
 * Source: owasp.org/www-community/attacks/CSV_Injection.
 */
final class Defusing {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n]");
    private static final Pattern DEFUSED = Pattern.compile("'+[=+\\-@\\t\\r\\n]");

    private Defusing() {}

    static String defuse(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    static String restore(String cell) {
        return DEFUSED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
