package io.seedhouse.publisher.chart;

import java.util.List;

/**
 * What charts over time share: a quiet grid with labels, and the times below it.
 *
 * @param marks from left to right
 */
record Frame(Heading heading, Scale scale, List<Mark> marks) {
    static final double TOP = 40;
    static final double PLOT = 150;
    private static final double BOTTOM = 26;

    /** Per cent kept free at both ends, so that no mark or label is cut off. */
    private static final double EDGE = 2;

    double bottom() {
        return TOP + PLOT;
    }

    /** Where a value lies, in pixels from above. */
    double y(double value) {
        return bottom() - PLOT * Math.min(1, value / scale.top());
    }

    /** Where the middle of a mark lies, in per cent from the left. */
    double x(int index) {
        return EDGE + (index + 0.5) * step();
    }

    /** What each mark has, in per cent. */
    double step() {
        return (100 - 2 * EDGE) / Math.max(1, marks.size());
    }

    Markup open(String kind) {
        Markup out = heading.open(kind, bottom() + BOTTOM);
        for (double tick : scale.ticks()) {
            line(out, y(tick), tick == 0 ? "base" : "grid");
        }
        return out;
    }

    private static void line(Markup out, double y, String kind) {
        String at = Markup.number(y);
        out.empty("line", "class", kind, "x1", "0", "x2", "100%", "y1", at, "y2", at);
    }

    /** The words of the axes and of the newest value; above the marks, so that they can be read. */
    String close(Markup out, String none) {
        for (double tick : scale.ticks()) {
            if (tick > 0) {
                out.text(
                        "text",
                        scale.words().apply(tick),
                        "class",
                        "tick",
                        "x",
                        "0",
                        "y",
                        Markup.number(y(tick) - 5));
            }
        }
        if (marks.isEmpty()) {
            out.text(
                    "text",
                    none,
                    "class",
                    "none",
                    "x",
                    "50%",
                    "y",
                    Markup.number(TOP + PLOT / 2),
                    "text-anchor",
                    "middle");
        } else {
            times(out);
            newest(out);
        }
        return out.close("svg").toString();
    }

    private void times(Markup out) {
        int last = marks.size() - 1;
        time(out, last == 0 ? 0 : -1, last == 0 ? "middle" : "start", marks.getFirst());
        if (last > 0) {
            time(out, -2, "end", marks.getLast());
        }
        if (last > 1 && last % 2 == 0) {
            time(out, last / 2, "middle", marks.get(last / 2));
        }
    }

    /**
     * @param index of the mark; -1 for the left end and -2 for the right
     */
    private void time(Markup out, int index, String anchor, Mark mark) {
        String x =
                switch (index) {
                    case -1 -> "0";
                    case -2 -> "100%";
                    default -> Markup.percent(x(index));
                };
        out.text(
                "text",
                mark.label(),
                "class",
                "time",
                "x",
                x,
                "y",
                Markup.number(bottom() + 19),
                "text-anchor",
                anchor);
    }

    /** Above the plot, where no mark can cover it. */
    private void newest(Markup out) {
        Mark mark = marks.getLast();
        out.text(
                "text",
                mark.label() + ": " + mark.words(),
                "class",
                "newest",
                "x",
                "100%",
                "y",
                Markup.number(TOP - 15),
                "text-anchor",
                "end");
    }
}
