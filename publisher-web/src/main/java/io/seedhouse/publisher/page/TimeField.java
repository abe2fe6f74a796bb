package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A moment as a form sends it. */
public final class TimeField {
    private TimeField() {}

    /**
     * @param text a local date and time, taken as UTC, or an instant ending in Z as a page's script
     *     makes it from the reader's own zone; blank for none
     * @param what the field's name in a sentence
     * @throws Invalid for anything else
     */
    public static @Nullable Instant parse(String what, String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return typed.endsWith("Z")
                    ? Instant.parse(typed)
                    : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Invalid(what, say("page.time.malformed", what));
        }
    }

    /** For the form's field, in UTC to the minute; empty for none. */
    public static String typed(@Nullable Instant moment) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }
}
