package io.seedhouse.publisher.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/** A value over time, as a line. */
public final class Lines {
    private static final double DOT = 4;

    private Lines() {}

    /**
     * @param axis says a value of the upright axis
     * @param none said where there are no marks
     */
    public static String svg(
            Heading heading, List<Mark> marks, DoubleFunction<String> axis, String none) {
        return svg(new Frame(heading, Scale.of(marks, axis), marks), none);
    }

    /** The same with an axis up to this value. */
    public static String svg(
            Heading heading,
            List<Mark> marks,
            double top,
            DoubleFunction<String> axis,
            String none) {
        return svg(new Frame(heading, new Scale(top, axis), marks), none);
    }

    /** Lines one by one, since only those can be given in per cent. */
    private static String svg(Frame frame, String none) {
        Markup out = frame.open("lines");
        for (int i = 1; i < frame.marks().size(); i++) {
            out.empty(
                    "line",
                    "class",
                    "line",
                    "x1",
                    Markup.percent(frame.x(i - 1)),
                    "y1",
                    y(frame, i - 1),
                    "x2",
                    Markup.percent(frame.x(i)),
                    "y2",
                    y(frame, i));
        }
        for (int i = 0; i < frame.marks().size(); i++) {
            point(out, frame, i);
        }
        return frame.close(out, none);
    }

    private static void point(Markup out, Frame frame, int index) {
        Mark mark = frame.marks().get(index);
        boolean last = index == frame.marks().size() - 1;
        out.open("g")
                .text("title", mark.label() + ": " + mark.words())
                .empty(
                        "rect",
                        "class",
                        "reach",
                        "x",
                        Markup.percent(frame.x(index) - frame.step() / 2),
                        "y",
                        "0",
                        "width",
                        Markup.percent(frame.step()),
                        "height",
                        Markup.number(frame.bottom()))
                .empty(
                        "circle",
                        "class",
                        last ? "dot last" : "dot",
                        "cx",
                        Markup.percent(frame.x(index)),
                        "cy",
                        y(frame, index),
                        "r",
                        Markup.number(DOT))
                .close("g");
    }

    private static String y(Frame frame, int index) {
        return Markup.number(frame.y(frame.marks().get(index).value()));
    }
}
