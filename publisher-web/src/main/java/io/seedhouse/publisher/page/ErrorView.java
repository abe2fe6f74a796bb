package io.seedhouse.publisher.page;

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
                new ErrorView(status, title(status), sentence, "/", "Go to the storefront"));
    }

    private static String title(int status) {
        return switch (status) {
            case 400, 422 -> "That did not fit";
            case 401 -> "Please sign in";
            case 403 -> "Not from here";
            case 404 -> "Nothing at this address";
            case 410 -> "No longer here";
            case 429 -> "A little slower, please";
            case 503 -> "Closed for a moment";
            default -> status < 500 ? "That cannot be done" : "Something broke on our side";
        };
    }
}
