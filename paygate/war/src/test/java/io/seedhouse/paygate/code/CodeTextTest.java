package io.seedhouse.paygate.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRESS-2026",
                "press2026",
                "  Press 2026 ",
                "press\u00a0\u20132026",
                "p r e s s-2-0-2-6",
                "ＰＲＥＳＳ２０２６"
            })
    void findsACodeHoweverItIsTyped(String typed) {
        assertEquals("PRESS2026", CodeText.of(typed).key());
    }

    @Test
    void showsACodeAsItWasWritten() {
        assertEquals("Press 2026", CodeText.of(" Press 2026 ").shown());
    }

    @Test
    void takesLettersOfEveryScript() {
        assertEquals("FRÜHLING", CodeText.of("fru\u0308hling").key());
        assertEquals("ВЕСНА", CodeText.of("весна").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "AB", "-A-B-", "AB_C", "=1+2", "ABC\u0000", "A\u202eBC", "<b>abc"})
    void hasNoKeyForWhatCannotBeACode(String typed) {
        assertEquals("", CodeText.of(typed).key());
    }

    @Test
    void boundsTheLength() {
        assertEquals(40, CodeText.of("A".repeat(40)).key().length());
        assertEquals("", CodeText.of("A".repeat(41)).key());
        assertEquals("", CodeText.of("A" + "-".repeat(60)).key());
        assertEquals("", CodeText.of("A".repeat(1_000_000)).key());
    }

    @Test
    void makesReadableCodesThatNobodyGuesses() {
        var codes = Stream.generate(CodeText::random).limit(1000).collect(Collectors.toSet());
        assertEquals(1000, codes.size());
        for (var code : codes) {
            assertTrue(code.shown().matches("([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}"));
            assertEquals(code.shown().replace("-", ""), code.key());
        }
    }

    @Test
    void keepsItselfOutOfLogs() {
        assertFalse(CodeText.of("PRESS").toString().contains("PRESS"));
    }
}
