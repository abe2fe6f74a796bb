package io.seedhouse.publisher.csv;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String ALPHABET = "ab,\"\r\n'=+-@\t ;é\u20ac";

    @Test
    void readsCellsAndLines() {
        assertEquals(List.of(row(1, "a", "b"), row(2, "", "c d")), CsvReader.read("a,b\n,c d", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\n\n\nb", "\uFEFFa\nb", "a\n,,\nb"})
    void takesEveryLineEndAndPassesOverBlankLines(String text) {
        assertEquals(
                List.of(List.of("a"), List.of("b")),
                CsvReader.read(text, 10).stream().map(CsvRow::cells).toList());
    }

    @Test
    void readsQuotedCells() {
        assertEquals(
                List.of(row(1, "a,\"b\"\r\nc", ""), row(3, "d", "\"")),
                CsvReader.read("\"a,\"\"b\"\"\r\nc\",\"\"\r\nd,\"\"\"\"\r\n", 10));
    }

    @Test
    void countsLinesAsAnEditorDoes() {
        assertEquals(
                List.of(1, 5, 7),
                CsvReader.read("\"a\r\nb\nc\"\n\r\n\"d\re\"\nf", 10).stream()
                        .map(CsvRow::line)
                        .toList());
    }

    @Test
    void saysWhichLineIsBroken() {
        assertBroken("Line 2: a quote is opened and never closed.", "a\n\"b\nc");
        assertBroken("Line 2: a cell with a quote in it must stand in quotes.", "a\nb\"c\"");
        assertBroken(
                "Line 2: after a closing quote only a comma or the end can follow.", "a\n\"b\"c");
    }

    @Test
    void takesNoMoreLinesThanItIsTold() {
        assertEquals(3, CsvReader.read("a\nb\nc\n", 3).size());
        assertBroken("Line 4: there are more than 3 lines.", "a\nb\nc\nd\ne");
    }

    @Test
    void passesOverAnyNumberOfBlankLines() {
        assertEquals(List.of(), CsvReader.read("\n".repeat(1_000_000), 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\")",
                "+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "'=1",
                "''=1"
            })
    void defusesWhatASpreadsheetWouldRunAndReadsItBack(String cell) {
        String text = new CsvWriter().row(List.of(cell, "b")).text();
        String shown = text.startsWith("\"") ? text.substring(1) : text;
        assertTrue(shown.startsWith("'"), text);
        assertEquals(List.of(cell, "b"), CsvReader.read(text, 1).getFirst().cells());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Tis", "a=b", "O'Neil", "5-3", "", "'"})
    void leavesHarmlessTextAsItIs(String cell) {
        assertEquals(cell + ",b\r\n", new CsvWriter().row(List.of(cell, "b")).text());
    }

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(4180);
        for (int i = 0; i < 5_000; i++) {
            List<String> cells = List.of("x", word(random), word(random));
            String text = new CsvWriter().row(cells).text();
            assertEquals(cells, CsvReader.read(text, 1).getFirst().cells(), text);
        }
    }

    @Test
    void refusesWhateverItCannotReadInASentence() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            String text = word(random) + word(random) + word(random);
            try {
                CsvReader.read(text, 100);
            } catch (Invalid e) {
                assertTrue(e.sentence().matches("Line \\d+: .*\\."), e.sentence());
            }
        }
    }

    private static String word(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(
                        _ -> ALPHABET.substring(random.nextInt(ALPHABET.length())).substring(0, 1))
                .reduce("", String::concat);
    }

    @Test
    void takesOnlyUtf8OfAtMostOneMebibyte() throws IOException {
        assertEquals("é", CsvBody.text(new ByteArrayInputStream("é".getBytes(UTF_8))));
        assertThrows(
                Invalid.class,
                () -> CsvBody.text(new ByteArrayInputStream("abc".getBytes(UTF_16))));
        assertFalse(CsvBody.text(new ByteArrayInputStream(new byte[1 << 20])).isEmpty());
        assertThrows(
                Refused.class,
                () -> CsvBody.text(new ByteArrayInputStream(new byte[(1 << 20) + 1])));
    }

    private static CsvRow row(int line, String... cells) {
        return new CsvRow(line, List.of(cells));
    }

    private static void assertBroken(String sentence, String text) {
        Invalid refused = assertThrows(Invalid.class, () -> CsvReader.read(text, 3));
        assertEquals(sentence, refused.sentence());
    }
}
