package io.seedhouse.publisher.cutting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TongueTest {
    @Test
    void takesTheShorterOfTwoTags() {
        assertEquals("es", Tongue.shortest("spa"));
        assertEquals("en", Tongue.shortest("eng"));
        assertEquals("qaa", Tongue.shortest("qaa"));
        assertEquals("und", Tongue.shortest(null));
    }

    @Test
    void findsTheLanguageThatANameSaysAndSaysItOnce() {
        assertEquals("es", Tongue.ofName("film.es"));
        assertEquals("und", Tongue.ofName("film"));
        assertEquals("und", Tongue.ofName("film.v2"));
        assertEquals("film.es.vtt", Tongue.name("film.es", "es"));
        assertEquals("film.pt-BR.vtt", Tongue.name("film.es", "pt-BR"));
        assertEquals("film.cut.es.vtt", Tongue.name("film.cut", "es"));
    }

    @Test
    void takesNothingButTags() {
        assertTrue(Tongue.isTag("es") && Tongue.isTag("pt-BR") && Tongue.isTag("zh-Hant-TW"));
        assertFalse(Tongue.isTag("../x") || Tongue.isTag("") || Tongue.isTag("e s"));
    }
}
