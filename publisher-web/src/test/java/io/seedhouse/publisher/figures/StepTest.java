package io.seedhouse.publisher.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

    @Test
    void endsWithToday() {
        Period week = Period.of("7", TODAY, TODAY.minusYears(3));
        assertEquals(LocalDate.of(2027, 3, 4), week.from());
        assertEquals(TODAY.plusDays(1), week.until());
        assertEquals(7, week.days().count());
        assertEquals(1, Period.of("all", TODAY, TODAY).length());
        assertEquals(1, Period.of("all", TODAY, TODAY.plusDays(3)).length());
        assertThrows(Invalid.class, () -> Period.of("8", TODAY, TODAY));
        assertThrows(Invalid.class, () -> Period.of("", TODAY, TODAY));
    }

    @Test
    void keepsMarksApart() {
        assertEquals(Step.DAY, Step.of(Period.of("90", TODAY, TODAY)));
        assertEquals(Step.WEEK, Step.of(Period.of("365", TODAY, TODAY)));
        assertEquals(Step.MONTH, Step.of(Period.of("all", TODAY, TODAY.minusYears(3))));
    }

    /** Whatever the steps are, nothing is lost or counted twice between them. */
    @Test
    void losesNothingInWiderSteps() {
        for (Step step : Step.values()) {
            Period year = Period.of("365", TODAY, TODAY);
            SortedMap<LocalDate, Total> days = new TreeMap<>();
            year.days().forEach(day -> days.put(day, Total.of(Counts.begun(day.getDayOfYear()))));
            SortedMap<LocalDate, Total> steps = Material.bySteps(days, step);
            assertEquals(Total.of(days.values()), Total.of(steps.values()));
            assertTrue(steps.size() <= 366);
        }
    }
}
