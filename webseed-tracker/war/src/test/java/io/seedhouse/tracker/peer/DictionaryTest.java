package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {
    private static final String WHOLE = "d1:ad1:xi1ee1:bli2e3:xyze1:md2:nxi4e1:xi5eee";

    @Test
    void findsANumberAmongWhatElseThereIs() {
        assertEquals(7, read("d8:msg_typei0e5:piecei7ee").number("piece"));
        assertEquals(0, read("d8:msg_typei0e5:piecei7ee").number("msg_type"));
        assertEquals(5, read(WHOLE).dictionary("m").number("x"));
        assertEquals(999_999_999, read("d1:xi999999999ee").number("x"));
    }

    @Test
    void mindsNeitherTheOrderOfKeysNorWhatFollowsTheEnd() {
        assertEquals(3, read("d1:zi1e1:ai3ee").number("a"));
        assertEquals(1, read("d5:piecei1eexxxx\0").number("piece"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "de",
                "i1e",
                "l1:xi1ee",
                "d2:nxi1ee",
                "d1:x1:1e",
                "d1:xi-1ee",
                "d1:xi1",
                "d1:xiee",
                "d1:xi1234567890ee",
                "d1:yi1ee1:xi1e",
                "d01",
                "d9999999999:xi1ee",
                "d-1:xi1ee",
                "d1:yd1:xi1eee",
                "d:xi1ee"
            })
    void saysThereIsNoneWhereThereIsNone(String text) {
        assertEquals(Dictionary.NONE, read(text).number("x"));
        assertEquals(Dictionary.NONE, read(text).dictionary("x").number("x"));
    }

    @Test
    void readsOnlyItsOwnBytes() {
        byte[] bytes = bytes("xxd1:xi1ee");
        assertEquals(1, new Dictionary(bytes, 2, bytes.length).number("x"));
        assertEquals(Dictionary.NONE, new Dictionary(bytes, 2, bytes.length - 2).number("x"));
        assertEquals(Dictionary.NONE, new Dictionary(bytes, 1, bytes.length).number("x"));
    }

    @Test
    void staysCalmWhateverBytesItIsGiven() {
        SplittableRandom random = new SplittableRandom(9);
        String[] words = {"d", "l", "e", "1:x", "1:m", "2:mx", "i7e", "i", "1", ":", "99:", "0:"};
        int found = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(12); word > 0; word--) {
                text.append(words[random.nextInt(words.length)]);
            }
            Dictionary dictionary = read(text.toString());
            found += dictionary.number("x") == 7 ? 1 : 0;
            found += dictionary.dictionary("m").number("x") == 7 ? 1 : 0;
        }
        assertTrue(found > 50, "some of it made sense: " + found);
    }

    @Test
    void takesNoLongerForDeepNestingThanForItsBytes() {
        String deep = "d1:a" + "l".repeat(4000);
        assertEquals(Dictionary.NONE, read(deep).number("x"));
        assertEquals(1, read(deep + "e".repeat(4000) + "1:xi1ee").number("x"));
    }

    private static Dictionary read(String text) {
        byte[] bytes = bytes(text);
        return new Dictionary(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
