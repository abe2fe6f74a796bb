package io.seedhouse.publisher.library;

import io.seedhouse.publisher.page.Page;
import org.jspecify.annotations.Nullable;

/** Pages for a browser in which no library is open. */
final class Door {
    private static final String ASK =
            "Everything an address has bought or was given. Say yours, and a link comes by mail.";
    private static final String ANOTHER = "Say your address, and another comes by mail.";

    private Door() {}

    static Page closed(String email, @Nullable String refusal) {
        return page("Your library", ASK, email, refusal);
    }

    /** For a link that opens nothing. */
    static Page deadLink(Redeem why) {
        return switch (why) {
            case Redeem.Used u ->
                    page("This link was used", "A link opens a library once. " + ANOTHER, "", null);
            case Redeem.Expired e ->
                    page(
                            "This link is too old",
                            "A link opens a library for %d minutes. %s"
                                    .formatted(Links.LIFE.toMinutes(), ANOTHER),
                            "",
                            null);
            case Redeem.Unknown u ->
                    page(
                            "This link opens nothing",
                            "It may have been cut short in the mail, or be very old. " + ANOTHER,
                            "",
                            null);
            case Redeem.Opened o ->
                    throw new IllegalArgumentException("this link opened a library");
        };
    }

    private static Page page(
            String heading, String sentence, String email, @Nullable String refusal) {
        return new Page("library/door.jte", new DoorView(heading, sentence, email, refusal));
    }
}
