package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

/**
 * What went wrong, and where to go from here.
 *
 * @param sentence says what to do
 * @param wayOn address of the button
 */
public record ErrorView(
        int status, String title, String sentence, String wayOn, String wayOnLabel) {

    /** The page for a status, leading back to the storefront. */
    public static Page page(int status, String sentence) {
        return new Page(
                "page/error.jte",
                new ErrorView(status, title(status), sentence, "/", say("page.error.way-on")));
    }

    private static String title(int status) {
        return switch (status) {
            case 400, 422 -> say("page.error.fit");
            case 401 -> say("page.error.sign-in");
            case 403 -> say("page.error.not-from-here");
            case 404 -> say("page.error.nothing");
            case 410 -> say("page.error.gone");
            case 429 -> say("page.error.slower");
            case 503 -> say("page.error.closed");
            default -> say(status < 500 ? "page.error.cannot" : "page.error.broke");
        };
    }
}
