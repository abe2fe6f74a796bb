package io.seedhouse.publisher.film;

import static io.seedhouse.publisher.language.Say.say;

/**
 * Something that browsers do not play, or not well.
 *
 * @param key of its words
 * @param detail what the words speak of, such as a codec's name
 * @param stops whether it keeps the film from playing
 */
public record Reason(String key, String detail, boolean stops) {
    /** In the reader's words. */
    public String sentence() {
        return say(key, detail);
    }
}
