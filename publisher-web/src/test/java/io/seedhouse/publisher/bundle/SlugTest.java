package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.bundle.FileNames;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "The Tide,the-tide",
        "  Déjà Vu — 2!,deja-vu-2",
        "海,bundle",
        "---,bundle",
        "Con,bundle-con",
        "LPT1,bundle-lpt1"
    })
    void keepsLettersAndDigitsOfTheTitle(String title, String slug) {
        assertEquals(slug, Slug.of(title, s -> false));
    }

    @Test
    void countsUpWhereTheNameIsTaken() {
        assertEquals("tide-3", Slug.of("Tide", Set.of("tide", "tide-2")::contains));
    }

    @Test
    void cutsALongTitleToSixtyCharactersWithNoHyphenAtTheEnd() {
        String slug = Slug.of("a".repeat(59) + " tail", s -> false);
        assertEquals("a".repeat(59), slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The Tide", "nul", "100 %", "a/b\\c", ".."})
    void isAlwaysAGoodNameForATorrent(String title) {
        Optional<String> fault = FileNames.check(Slug.of(title, s -> false));
        assertTrue(fault.isEmpty(), () -> title + ": " + fault);
    }
}
