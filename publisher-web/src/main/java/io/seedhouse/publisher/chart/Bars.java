package io.seedhouse.publisher.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/** Amounts in stretches of time, as bars. */
public final class Bars {
    /** Per cent of the width that a bar has at most: marks are thin, also when there is one. */
    private static final double WIDEST = 3;

    /** The part of its place that a bar fills. */
    private static final double FILLED = 0.7;

    private static final double ROUNDING = 4;

    /** Pixels that even the smallest amount has. */
    private static final double LEAST = 2;

    private Bars() {}

    /**
     * @param axis says a value of the upright axis
     * @param none said where there are no marks
     */
    public static String svg(
            Heading heading, List<Mark> marks, DoubleFunction<String> axis, String none) {
        Frame frame = new Frame(heading, Scale.of(marks, axis), marks);
        Markup out = frame.open("bars");
        // Bars reach below the edge of this inner image, so that only their upper ends are round.
        out.open("svg", "width", "100%", "height", Markup.number(frame.bottom()));
        for (int i = 0; i < marks.size(); i++) {
            bar(out, frame, i);
        }
        out.close("svg");
        return frame.close(out, none);
    }

    private static void bar(Markup out, Frame frame, int index) {
        Mark mark = frame.marks().get(index);
        double width = Math.min(WIDEST, FILLED * frame.step());
        double middle = frame.x(index);
        out.open("g").text("title", mark.label() + ": " + mark.words());
        rect(out, "reach", middle - frame.step() / 2, 0, frame.step(), frame.bottom(), 0);
        if (mark.value() > 0) {
            double top = Math.min(frame.y(mark.value()), frame.bottom() - LEAST);
            double height = frame.bottom() - top + 2 * ROUNDING;
            rect(out, "bar", middle - width / 2, top, width, height, ROUNDING);
        }
        out.close("g");
    }

    private static void rect(
            Markup out,
            String kind,
            double x,
            double y,
            double width,
            double height,
            double round) {
        out.empty(
                "rect",
                "class",
                kind,
                "x",
                Markup.percent(x),
                "y",
                Markup.number(y),
                "width",
                Markup.percent(width),
                "height",
                Markup.number(height),
                "rx",
                Markup.number(round));
    }
}
