package io.seedhouse.publisher.mail;

import java.util.stream.Collectors;

/**
 * Texts of others inside a mail. Nothing of theirs can end a header, begin a line that looks like
 * ours, or turn the direction of writing.
 */
final class Plain {
    /** Control characters, separators of lines, and marks that turn the direction of writing. */
    private static final String UNSEEN =
            "[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+";

    private Plain() {}

    /** On one line. */
    static String line(String text) {
        return text.replaceAll(UNSEEN, " ").strip();
    }

    /** Line by line. */
    static String lines(String text) {
        return text.strip().lines().map(Plain::line).collect(Collectors.joining("\n"));
    }

    /** Each line begins as quotations in mail do. */
    static String quoted(String text) {
        return lines(text)
                .lines()
                .map(line -> ("> " + line).strip())
                .collect(Collectors.joining("\n"));
    }
}
