package io.seedhouse.publisher.library;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.page.Page;
import org.jspecify.annotations.Nullable;

/** Pages for a browser in which no library is open. */
final class Door {
    private Door() {}

    static Page closed(String email, @Nullable String refusal) {
        return page(say("library.title"), say("library.ask"), email, refusal);
    }

    /** For a link that opens nothing. */
    static Page deadLink(Redeem why) {
        return switch (why) {
            case Redeem.Used u ->
                    page(say("library.dead.used"), say("library.dead.used.why"), "", null);
            case Redeem.Expired e ->
                    page(
                            say("library.dead.old"),
                            say("library.dead.old.why", Links.LIFE.toMinutes()),
                            "",
                            null);
            case Redeem.Unknown u ->
                    page(say("library.dead.unknown"), say("library.dead.unknown.why"), "", null);
            case Redeem.Opened o ->
                    throw new IllegalArgumentException("this link opened a library");
        };
    }

    private static Page page(
            String heading, String sentence, String email, @Nullable String refusal) {
        return new Page("library/door.jte", new DoorView(heading, sentence, email, refusal));
    }
}
