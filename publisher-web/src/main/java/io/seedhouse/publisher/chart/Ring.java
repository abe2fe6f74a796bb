package io.seedhouse.publisher.chart;

/** A share of a whole. */
public final class Ring {
    private static final double SIZE = 144;
    private static final double RADIUS = 60;

    private Ring() {}

    /**
     * @param share from 0 to 1
     * @param words the share as people read it
     */
    public static String svg(Heading heading, double share, String words) {
        String middle = Markup.number(SIZE / 2);
        String radius = Markup.number(RADIUS);
        double around = 2 * Math.PI * RADIUS;
        Markup out = heading.open("ring", SIZE);
        out.open("svg", "viewBox", "0 0 144 144", "preserveAspectRatio", "xMinYMid meet");
        out.empty("circle", "class", "track", "cx", middle, "cy", middle, "r", radius);
        if (share > 0) {
            out.empty(
                    "circle",
                    "class",
                    "part",
                    "cx",
                    middle,
                    "cy",
                    middle,
                    "r",
                    radius,
                    "stroke-dasharray",
                    Markup.number(around * Math.min(1, share)) + " " + Markup.number(around),
                    "transform",
                    "rotate(-90 72 72)");
        }
        out.text(
                "text",
                words,
                "class",
                "share",
                "x",
                middle,
                "y",
                Markup.number(SIZE / 2 + 9),
                "text-anchor",
                "middle");
        return out.close("svg").close("svg").toString();
    }
}
