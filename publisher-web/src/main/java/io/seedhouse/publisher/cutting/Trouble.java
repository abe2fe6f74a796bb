package io.seedhouse.publisher.cutting;

import static io.seedhouse.publisher.language.Say.say;

import java.util.Arrays;
import java.util.List;

/**
 * Why something cannot be made.
 *
 * @param key of a sentence for the publisher that says what to do
 * @param details what the sentence speaks of
 */
public record Trouble(String key, List<String> details) {
    private static final String BETWEEN = "\t";
    private static final int LONGEST = 100;

    public Trouble {
        details = List.copyOf(details);
    }

    public Trouble(String key, String... details) {
        this(key, List.of(details));
    }

    /** In the reader's words. */
    public String sentence() {
        return say(key, details.toArray());
    }

    /** As the database keeps it. */
    public String text() {
        StringBuilder text = new StringBuilder(key);
        details.stream()
                .map(d -> d.substring(0, Math.min(d.length(), LONGEST)).replace(BETWEEN, " "))
                .forEach(d -> text.append(BETWEEN).append(d));
        return text.toString();
    }

    public static Trouble of(String text) {
        List<String> parts = Arrays.asList(text.split(BETWEEN, -1));
        return new Trouble(parts.getFirst(), parts.subList(1, parts.size()));
    }
}
