package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.chart.Bars;
import io.seedhouse.publisher.chart.Heading;
import io.seedhouse.publisher.chart.Lines;
import io.seedhouse.publisher.chart.Mark;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Makes charts and their tables of the same values, so that they cannot differ. */
final class Draw {
    private Draw() {}

    /**
     * A column of a table.
     *
     * @param cell what a line has in it
     */
    record Column<T>(String head, Function<T, String> cell) {
        static <T> Column<T> count(String head, ToLongFunction<T> value) {
            return new Column<>(head, t -> Words.count(value.applyAsLong(t)));
        }
    }

    /**
     * What a chart's marks are.
     *
     * @param value in what the axis counts in
     * @param words a value with its unit, for marks
     * @param axis a value with its unit, for the axis
     */
    record Measure<T>(
            Function<T, Double> value, DoubleFunction<String> words, DoubleFunction<String> axis) {
        static <T> Measure<T> count(ToLongFunction<T> value) {
            return new Measure<>(
                    t -> (double) value.applyAsLong(t), Draw::count, v -> Words.few((long) v));
        }
    }

    static <T> Figure bars(
            Heading heading,
            Step step,
            SortedMap<LocalDate, T> values,
            Measure<T> measure,
            List<Column<T>> columns) {
        String svg = Bars.svg(heading, marks(step, values, measure), measure.axis(), nothingYet());
        return figure(heading, svg, step, values, columns);
    }

    static <T> Figure lines(
            Heading heading,
            Step step,
            SortedMap<LocalDate, T> values,
            Measure<T> measure,
            List<Column<T>> columns) {
        String svg = Lines.svg(heading, marks(step, values, measure), measure.axis(), nothingYet());
        return figure(heading, svg, step, values, columns);
    }

    static <T> List<Mark> marks(Step step, SortedMap<LocalDate, T> values, Measure<T> measure) {
        return values.entrySet().stream()
                .map(e -> mark(step.label(e.getKey()), e, measure))
                .toList();
    }

    private static <T> Mark mark(String label, Map.Entry<LocalDate, T> at, Measure<T> measure) {
        double value = measure.value().apply(at.getValue());
        return new Mark(label, value, measure.words().apply(value));
    }

    static <T> Figure figure(
            Heading heading,
            String svg,
            Step step,
            SortedMap<LocalDate, T> values,
            List<Column<T>> columns) {
        List<String> head = new ArrayList<>(List.of(step.word()));
        columns.forEach(column -> head.add(column.head()));
        List<List<String>> rows = new ArrayList<>();
        values.forEach((began, value) -> rows.add(row(step.label(began), value, columns)));
        return new Figure(heading.id(), heading.title(), svg, head, rows.reversed(), null);
    }

    private static <T> List<String> row(String label, T value, List<Column<T>> columns) {
        List<String> row = new ArrayList<>(List.of(label));
        columns.forEach(column -> row.add(column.cell().apply(value)));
        return row;
    }

    /** A chart of names, with a table of the same. */
    static Figure named(Heading heading, String svg, List<String> head, List<Mark> marks) {
        return new Figure(
                heading.id(),
                heading.title(),
                svg,
                head,
                marks.stream().map(m -> List.of(m.label(), m.words())).toList(),
                null);
    }

    static String count(double value) {
        return Words.count(Math.round(value));
    }

    static String nothingYet() {
        return say("figures.nothing");
    }

    /** {@code 12.5%} as the reader writes it. */
    static String percent(double share) {
        return String.format(
                Reader.current().locale(),
                share > 0 && share < 0.0995 ? "%.1f%%" : "%.0f%%",
                100 * share);
    }

    /** For ids. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
