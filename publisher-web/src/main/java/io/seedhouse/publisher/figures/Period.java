package io.seedhouse.publisher.figures;

import io.seedhouse.publisher.Invalid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days that figures are about, in UTC; the last one is today and not over.
 *
 * @param name how addresses and forms call it
 * @param from the first day
 * @param until the day after the last
 */
record Period(String name, LocalDate from, LocalDate until) {
    static final String USUAL = "30";
    static final String ALL = "all";

    /** In the order to offer them. */
    static final List<String> NAMES = List.of("7", "30", "90", "365", ALL);

    /**
     * @param first the day before which nothing can have happened
     * @throws Invalid for a name that is none
     */
    static Period of(String name, LocalDate today, LocalDate first) {
        LocalDate until = today.plusDays(1);
        if (name.equals(ALL)) {
            return new Period(name, first.isAfter(today) ? today : first, until);
        }
        if (!NAMES.contains(name)) {
            throw new Invalid("days", "The days must be 7, 30, 90, 365 or all, not: " + name);
        }
        return new Period(name, until.minusDays(Long.parseLong(name)), until);
    }

    long length() {
        return ChronoUnit.DAYS.between(from, until);
    }

    Stream<LocalDate> days() {
        return from.datesUntil(until);
    }
}
