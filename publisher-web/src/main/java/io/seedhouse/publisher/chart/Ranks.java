package io.seedhouse.publisher.chart;

import java.util.List;

/** Amounts of different things side by side, each with its name and its words. */
public final class Ranks {
    private static final double ROW = 44;
    private static final double BAR = 8;
    private static final double ROUNDING = 4;

    /** Characters of a name that fit beside its words on a phone. */
    private static final int LONGEST = 26;

    private Ranks() {}

    /**
     * @param none said where there are no marks
     */
    public static String svg(Heading heading, List<Mark> marks, String none) {
        Markup out = heading.open("ranks", ROW * Math.max(1, marks.size()));
        double most = marks.stream().mapToDouble(Mark::value).max().orElse(0);
        for (int i = 0; i < marks.size(); i++) {
            row(out, marks.get(i), ROW * i, most);
        }
        if (marks.isEmpty()) {
            out.text("text", none, "class", "none", "x", "0", "y", "24");
        }
        return out.close("svg").toString();
    }

    private static void row(Markup out, Mark mark, double y, double most) {
        String text = Markup.number(y + 18);
        double share = most <= 0 ? 0 : 100 * mark.value() / most;
        out.open("g")
                .text("title", mark.label() + ": " + mark.words())
                .text("text", shortened(mark.label()), "class", "name", "x", "0", "y", text)
                .text(
                        "text",
                        mark.words(),
                        "class",
                        "amount",
                        "x",
                        "100%",
                        "y",
                        text,
                        "text-anchor",
                        "end")
                .empty(
                        "rect",
                        "class",
                        "track",
                        "x",
                        "0",
                        "y",
                        Markup.number(y + 26),
                        "width",
                        "100%",
                        "height",
                        Markup.number(BAR));
        if (mark.value() > 0) {
            bar(out, y + 26, Math.max(share, 0.6));
        }
        out.close("g");
    }

    /** The left end lies outside of an inner image, so that only the right one is round. */
    private static void bar(Markup out, double y, double share) {
        out.open(
                        "svg",
                        "x",
                        "0",
                        "y",
                        Markup.number(y),
                        "width",
                        Markup.percent(share),
                        "height",
                        Markup.number(BAR))
                .empty(
                        "rect",
                        "class",
                        "bar",
                        "x",
                        "-100%",
                        "width",
                        "200%",
                        "height",
                        Markup.number(BAR),
                        "rx",
                        Markup.number(ROUNDING))
                .close("svg");
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
