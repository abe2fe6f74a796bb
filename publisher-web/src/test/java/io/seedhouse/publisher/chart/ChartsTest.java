package io.seedhouse.publisher.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {
    private static final String HOSTILE =
            "</title><script>alert(1)</script>\" onload=\"x' & \u0000\u0008 \uD800 ]]> <!--";

    static Stream<List<Mark>> states() {
        return Stream.of(
                List.of(),
                marks(0),
                marks(5),
                marks(0, 0, 0),
                marks(1, 0, 1_000_000, 3),
                IntStream.range(0, 120).mapToObj(n -> mark("d" + n, n)).toList(),
                List.of(mark(HOSTILE, 3), mark("دو", 2)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void drawsEveryStateAsWellFormedXmlThatRunsNothing(List<Mark> marks) throws Exception {
        for (String svg : charts(marks)) {
            Document image = parsed(svg);
            Element root = image.getDocumentElement();
            assertEquals("img", root.getAttribute("role"));
            assertEquals(HOSTILE.substring(0, 8), first(image, "title").substring(0, 8));
            assertFalse(first(image, "desc").isBlank());
            assertEquals(0, image.getElementsByTagName("script").getLength());
            assertFalse(svg.contains("<script"), svg);
            assertFalse(svg.contains("style="), "the policy of pages takes none: " + svg);
        }
    }

    @Test
    void tellsEachMarkByItsTitle() throws Exception {
        List<Mark> marks = marks(1, 2, 3);
        for (String svg : List.of(bars(marks), lines(marks), ranks(marks))) {
            NodeList groups = parsed(svg).getElementsByTagName("g");
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < groups.getLength(); i++) {
                titles.add(
                        ((Element) groups.item(i))
                                .getElementsByTagName("title")
                                .item(0)
                                .getTextContent());
            }
            assertEquals(List.of("m0: 1 things", "m1: 2 things", "m2: 3 things"), titles);
        }
    }

    @Test
    void saysThatThereIsNothing() {
        for (String svg : List.of(bars(List.of()), lines(List.of()), ranks(List.of()))) {
            assertTrue(svg.contains(">Nothing<"), svg);
        }
    }

    @Test
    void labelsTheNewestValue() {
        assertTrue(bars(marks(1, 7)).contains("class=\"newest\""), bars(marks(1, 7)));
        assertTrue(bars(marks(1, 7)).contains(">m1: 7 things</text>"), bars(marks(1, 7)));
    }

    /** A bar twice as high is worth twice as much, and none is wider than a mark should be. */
    @Test
    void drawsBarsInProportion() throws Exception {
        NodeList bars = parsed(bars(marks(5, 10))).getElementsByTagName("rect");
        List<Element> drawn = new ArrayList<>();
        for (int i = 0; i < bars.getLength(); i++) {
            if (((Element) bars.item(i)).getAttribute("class").equals("bar")) {
                drawn.add((Element) bars.item(i));
            }
        }
        double bottom = Frame.TOP + Frame.PLOT;
        assertEquals(2, drawn.size());
        assertEquals(
                2 * (bottom - number(drawn.get(0), "y")), bottom - number(drawn.get(1), "y"), 0.1);
        assertTrue(number(drawn.get(0), "width") <= 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2, 3, 5, 7, 9, 10, 11, 99, 100, 101, 12345, 1e12})
    void hasAnAxisThatHoldsTheHighestAndIsAtMostTwiceAsHigh(double highest) {
        Scale scale = Scale.of(List.of(mark("m", highest)), v -> "");
        assertTrue(scale.top() >= highest * 0.999999, highest + " in " + scale.top());
        assertTrue(scale.top() <= 2.01 * highest, highest + " in " + scale.top());
    }

    private static List<String> charts(List<Mark> marks) {
        return List.of(
                bars(marks),
                lines(marks),
                ranks(marks),
                Ring.svg(heading(), 0, HOSTILE),
                Ring.svg(heading(), 0.4, "40 %"),
                Ring.svg(heading(), 1, "100 %"));
    }

    private static String bars(List<Mark> marks) {
        return Bars.svg(heading(), marks, v -> HOSTILE, "Nothing");
    }

    private static String lines(List<Mark> marks) {
        return Lines.svg(heading(), marks, v -> HOSTILE, "Nothing");
    }

    private static String ranks(List<Mark> marks) {
        return Ranks.svg(heading(), marks, "Nothing");
    }

    private static Heading heading() {
        return new Heading("c", HOSTILE, "Goes up. " + HOSTILE);
    }

    private static List<Mark> marks(int... values) {
        return IntStream.range(0, values.length).mapToObj(n -> mark("m" + n, values[n])).toList();
    }

    private static Mark mark(String label, double value) {
        return new Mark(label, value, Markup.number(value) + " things");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute).replace("%", ""));
    }

    private static String first(Document image, String element) {
        return image.getElementsByTagName(element).item(0).getTextContent();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
