package io.seedhouse.publisher;

import static io.seedhouse.publisher.language.Say.named;
import static io.seedhouse.publisher.language.Say.say;

/** Input that breaks a rule of ours; the message is one sentence for the person who sent it. */
public final class Invalid extends RuntimeException {
    private final String field;
    private final String sentence;

    /**
     * @param field the form or JSON field at fault
     * @param sentence names the value or the bound, and what to do
     */
    public Invalid(String field, String sentence) {
        super(sentence);
        this.field = field;
        this.sentence = sentence;
    }

    public String field() {
        return field;
    }

    /** The message. */
    public String sentence() {
        return sentence;
    }

    /**
     * A trimmed text of {@code min} to {@code max} characters without control characters other than
     * line breaks.
     *
     * @param field as callers send it; the book {@code publisher} may have a noun for it
     */
    public static String unlessText(String field, String value, int min, int max) {
        String text = value.strip();
        if (text.length() < min || text.length() > max) {
            throw new Invalid(
                    field,
                    say(
                            "publisher.length",
                            named("publisher.named", field),
                            min,
                            max,
                            text.length()));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw new Invalid(field, say("publisher.control", named("publisher.named", field)));
        }
        return text;
    }
}
