package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.language.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/** What one mark of a chart and one line of its table is about. */
enum Step {
    DAY,
    WEEK,
    MONTH;

    private static final int MOST_DAYS = 92;
    private static final int MOST_WEEKS = 104;

    /** The finest that still leaves marks wide enough to be told apart. */
    static Step of(Period period) {
        if (period.length() <= MOST_DAYS) {
            return DAY;
        }
        return period.length() <= 7 * MOST_WEEKS ? WEEK : MONTH;
    }

    /** When the step began that a day is in. */
    LocalDate began(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The step that began on this day, in a few letters. */
    String label(LocalDate began) {
        String pattern = say(this == MONTH ? "figures.step.month" : "figures.step.day");
        return DateTimeFormatter.ofPattern(pattern, Reader.current().locale()).format(began);
    }

    /** What the first column of a table is called. */
    String word() {
        return switch (this) {
            case DAY -> say("figures.day");
            case WEEK -> say("figures.week");
            case MONTH -> say("figures.month");
        };
    }
}
