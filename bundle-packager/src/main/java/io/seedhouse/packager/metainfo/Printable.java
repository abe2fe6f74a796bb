package io.seedhouse.packager.metainfo;

/**
 * Makes the texts of foreign torrents safe to show. Names and comments may hold anything, also
 * escape sequences that would reprogram a terminal and marks that turn the direction of writing.
 */
public final class Printable {
    private static final int MOST = 200;

    private Printable() {}

    /**
     * The text with every character that could steer a terminal or mislead the eye written as
     * {@code \}{@code u001b}: control and format characters, line separators, unpaired surrogates.
     */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::steers)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    if (steers(point)) {
                        safe.append(String.format("\\u%04x", point));
                    } else {
                        safe.appendCodePoint(point);
                    }
                });
        return safe.toString();
    }

    /** The same in quotes for a message, cut where it is very long. */
    static String quote(String text) {
        return "'" + of(text.length() <= MOST ? text : text.substring(0, MOST) + "...") + "'";
    }

    /** Whether a character could steer a terminal or mislead the eye. */
    public static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
