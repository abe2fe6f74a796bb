package io.seedhouse.publisher.chart;

import java.util.Locale;

/** Writes XML, and nothing that its texts hold can be more than text. */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** Begins an element; attributes come as name, value, name, value. */
    Markup open(String element, Object... attributes) {
        return tag(element, ">", attributes);
    }

    /** An element without content. */
    Markup empty(String element, Object... attributes) {
        return tag(element, "/>", attributes);
    }

    private Markup tag(String element, String end, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(String.valueOf(attributes[i + 1]));
            out.append('"');
        }
        out.append(end);
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element with text. */
    Markup text(String element, String text, Object... attributes) {
        open(element, attributes);
        escape(text);
        return close(element);
    }

    /** Characters that XML cannot hold become a question mark. */
    private void escape(String text) {
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '&' -> out.append("&amp;");
                        case '"' -> out.append("&quot;");
                        default -> out.appendCodePoint(isSpoken(c) ? c : '?');
                    }
                });
    }

    private static boolean isSpoken(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }

    /** With two digits after the point, which is a fiftieth of a pixel. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    static String percent(double value) {
        return number(value) + "%";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
