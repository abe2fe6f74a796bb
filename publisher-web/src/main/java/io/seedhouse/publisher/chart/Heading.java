package io.seedhouse.publisher.chart;

/**
 * What a chart is.
 *
 * @param id letters, digits and hyphens; the only one of the page
 * @param description one sentence that says what is to be seen
 */
public record Heading(String id, String title, String description) {

    /** Begins the image, as screen readers take it. */
    Markup open(String kind, double height) {
        return new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "plot " + kind,
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-t " + id + "-d",
                        "width",
                        "100%",
                        "height",
                        Markup.number(height))
                .text("title", title, "id", id + "-t")
                .text("desc", description, "id", id + "-d");
    }
}
