package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A premiere as a form sends it. */
final class PremiereField {
    private PremiereField() {}

    /**
     * @param text a local date and time, taken as UTC, or an instant ending in Z as the page's
     *     script makes it from the publisher's own zone; blank for no premiere
     * @throws Invalid for anything else
     */
    static @Nullable Instant parse(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return typed.endsWith("Z")
                    ? Instant.parse(typed)
                    : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Invalid(
                    "premiere", "Write the premiere as a date and time such as 2027-01-31T20:00.");
        }
    }

    /** For the form's field, in UTC to the minute; empty for no premiere. */
    static String typed(@Nullable Instant premiere) {
        return premiere == null
                ? ""
                : LocalDateTime.ofInstant(premiere, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }
}
