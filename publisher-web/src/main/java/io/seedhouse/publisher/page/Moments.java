package io.seedhouse.publisher.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them; {@code page.js} puts them into the reader's own zone. */
public final class Moments {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** {@code 24 December 2026, 20:00 UTC}. */
    public static String utc(Instant at) {
        return UTC.format(at);
    }
}
