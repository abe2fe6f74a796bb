package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.language.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Points in time as people read them; {@code page.js} puts them into the reader's own zone. */
public final class Moments {
    private Moments() {}

    /** {@code 24 December 2026, 20:00 UTC}. */
    public static String utc(Instant at) {
        return formatted(at, "page.moment");
    }

    /** {@code 24 December 2026}. */
    public static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("page.day"), Reader.current().locale()).format(day);
    }

    private static String formatted(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(say(pattern), Reader.current().locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
