package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Invalid;

/**
 * What a publisher writes about a bundle.
 *
 * @param title 1 to 200 characters
 * @param synopsis at most 10 000 characters, may be empty
 * @param credits a line for each, as {@link Credit} reads it; at most 5000 characters
 */
public record Texts(
        String title, String synopsis, Category category, String credits, Languages languages) {
    /**
     * @throws Invalid when one is too long or the title is missing
     */
    public Texts {
        title = Invalid.unlessText("title", title, 1, 200);
        synopsis = Invalid.unlessText("synopsis", synopsis, 0, 10_000);
        credits = Invalid.unlessText("credits", credits, 0, 5000);
    }

    /** Without credits and languages. */
    public Texts(String title, String synopsis, Category category) {
        this(title, synopsis, category, "", Languages.NONE);
    }
}
