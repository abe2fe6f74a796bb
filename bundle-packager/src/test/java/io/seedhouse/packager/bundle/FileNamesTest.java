package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "film.mp4",
                "Der Film (2026) [1080p] & more, 'cut' ~ +1!.mkv",
                "電影.mp4",
                "🎬.mp4",
                "console.txt",
                "COM10",
                ".hidden",
                "a..b"
            })
    void acceptsOrdinaryNames(String name) {
        assertEquals(Optional.empty(), FileNames.check(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "a\\b",
                "nul\0byte",
                "line\nbreak",
                "del\u007f",
                "a#b",
                "100%",
                "a<b",
                "a>b",
                "a:b",
                "a\"b",
                "a|b",
                "a?b",
                "a*b",
                "dot.",
                "space ",
                "CON",
                "con",
                "Nul.txt",
                "COM1",
                "lpt9.tar.gz",
                "aux .mp4",
                "half\ud800surrogate"
            })
    void refusesNamesThatSomeClientOrSystemCannotHandle(String name) {
        String reason = FileNames.check(name).orElseThrow();
        assertTrue(reason.matches("[A-Z][^\\p{Cntrl}]*\\."), reason);
    }

    @Test
    void countsLengthInBytes() {
        assertEquals(Optional.empty(), FileNames.check("a".repeat(200)));
        assertTrue(FileNames.check("a".repeat(201)).isPresent());
        assertTrue(FileNames.check("電".repeat(67)).orElseThrow().contains("201 bytes"));
    }
}
