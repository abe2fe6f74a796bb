package io.seedhouse.publisher.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void listsThingsAsASentenceDoes() {
        assertEquals("", Words.list(List.of()));
        assertEquals("a", Words.list(List.of("a")));
        assertEquals("a, b and c", Words.list(List.of("a", "b", "c")));
    }

    @Test
    void lowersATiersFirstWordOnlyWhenItIsAnArticle() {
        assertEquals("the film", Words.midSentence("The film"));
        assertEquals("4K", Words.midSentence("4K"));
        assertEquals("Anna’s cut", Words.midSentence("Anna’s cut"));
    }

    @Test
    void fitsAnyNumberIntoTheRing() {
        assertEquals("318", Words.few(318));
        assertEquals("1.5k", Words.few(1522));
        assertEquals("48k", Words.few(48_120));
        assertEquals("1.0M", Words.few(999_600));
    }
}
