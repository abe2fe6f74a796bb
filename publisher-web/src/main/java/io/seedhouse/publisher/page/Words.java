package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.language.Say;
import java.util.List;
import java.util.Locale;

/** Small turns of phrase. */
public final class Words {
    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return say("page.and", String.join(", ", parts.subList(0, last)), parts.get(last));
    }

    /** {@code a}, {@code a or b}, {@code a or b or c}. */
    public static String either(List<String> parts) {
        return String.join(" " + say("page.or") + " ", parts);
    }

    /** A tier's name inside a sentence: "The film" becomes "the film", "4K" and "HD film" stay. */
    public static String midSentence(String name) {
        return name.matches(
                        "(The|A|An|Everything|All|El|La|Los|Las|Todo|Toda) .*|Everything|All|Todo")
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
    }

    /** {@code 48,120}. */
    public static String count(long number) {
        return Say.number(number);
    }

    /**
     * A number in at most four characters: {@code 318}, {@code 1.5k}, {@code 48k}, {@code 2.0M}.
     */
    public static String few(long number) {
        if (number < 1000) {
            return Long.toString(number);
        }
        double thousands = number / 1000.0;
        if (thousands < 999.5) {
            return String.format(
                    Reader.current().locale(), thousands < 9.95 ? "%.1fk" : "%.0fk", thousands);
        }
        return String.format(Reader.current().locale(), "%.1fM", thousands / 1000);
    }

    /** A category for people: {@code short} is a short film. */
    public static String label(String category) {
        return say("page.category." + category);
    }
}
