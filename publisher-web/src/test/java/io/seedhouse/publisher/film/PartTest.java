package io.seedhouse.publisher.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "bytes=0-1,0,1",
        "bytes=100-,100,999",
        "bytes=-10,990,999",
        "bytes=-5000,0,999",
        "bytes=10-5000,10,999"
    })
    void readsOneRange(String header, long from, long to) {
        assertEquals(Optional.of(new Part(from, to)), Part.of(header, 1000));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "items=0-1", "bytes=a-b",
                "bytes=99999999999999999999-"
            })
    void takesWhatItCannotReadForNoRange(@Nullable String header) {
        assertEquals(Optional.empty(), Part.of(header, 1000));
    }

    @Test
    void findsNothingBeyondTheEnd() {
        assertTrue(Part.of("bytes=1000-", 1000).orElseThrow().isBeyond());
        assertTrue(Part.of("bytes=-0", 1000).orElseThrow().isBeyond());
        assertTrue(Part.of("bytes=0-", 0).orElseThrow().isBeyond());
    }

    @Test
    void answersAnOpenEndWithAWindow() {
        Part part = Part.of("bytes=7-", Long.MAX_VALUE).orElseThrow();
        assertEquals(Part.WINDOW, part.length());
    }
}
