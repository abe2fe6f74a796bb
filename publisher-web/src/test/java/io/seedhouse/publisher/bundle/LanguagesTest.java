package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @Test
    void keepsEachTagOnceAsBcp47WritesIt() {
        Languages some = new Languages(List.of("ES", "pt-br", "es", "zxx"));
        assertEquals(List.of("es", "pt-BR", "zxx"), some.tags());
        assertEquals(some, Languages.of(some.column()));
        assertEquals(Languages.NONE, Languages.of(Languages.NONE.column()));
    }

    @Test
    void callsThemAsTheReaderDoes() {
        Languages some = new Languages(List.of("de", "pt-BR", "zxx"));
        assertEquals(List.of("German", "Portuguese (Brazil)", "No words"), some.names());
        assertEquals(
                List.of("alemán", "portugués (Brasil)", "Sin palabras"),
                Reader.of(Language.SPANISH).get(some::names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "english", "es_MX", "<b>", "e", "es,de", "qqqq"})
    void refusesWhatNamesNoLanguage(String tag) {
        assertThrows(Invalid.class, () -> new Languages(List.of(tag)));
    }

    @Test
    void refusesMoreThanAnyReleaseHas() {
        List<String> all = List.of(Locale.getISOLanguages()).subList(0, 60);
        List<String> some = Languages.offered().subList(0, Languages.MOST);
        assertEquals(Languages.MOST, new Languages(some).tags().size());
        assertThrows(Invalid.class, () -> new Languages(all));
        assertEquals(1, new Languages(Collections.nCopies(Languages.MOST + 1, "es")).tags().size());
    }

    @Test
    void offersLanguagesThatItTakes() {
        assertTrue(Languages.offered().size() > 100, "all that the JDK has a name for");
        Languages.offered().forEach(tag -> new Languages(List.of(tag)));
    }
}
