package io.seedhouse.packager.packing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySearchTest {
    private static final int MIB = 1 << 20;

    private final String secret = Identity.generate().secret();

    @TempDir Path folder;

    /** The last two lie across the end of a portion. */
    @ParameterizedTest
    @ValueSource(ints = {0, 300_000, 5 * MIB, MIB - 20, 2 * MIB - 20})
    void findsAnIdentityAnywhereInAText(int at) throws IOException {
        refuses(text(at).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void findsItInATextOfTwoBytesACharacter(String charset) throws IOException {
        refuses(text(3 * MIB).getBytes(Charset.forName(charset)));
    }

    @Test
    void findsItInTheFirstMebibyteOfAFilm() throws IOException {
        refuses(film(MIB - secret.length()));
    }

    @Test
    void looksNoFurtherIntoAFilm() throws IOException {
        assertDoesNotThrow(() -> KeySearch.refuse(file(film(MIB))));
    }

    @Test
    void takesHolesForNoText() throws IOException {
        byte[] holes = new byte[3 * MIB];
        put(secret, holes, 2 * MIB);
        assertDoesNotThrow(() -> KeySearch.refuse(file(holes)));
    }

    /** The bound is far from both: with none it is a thousand looks, and doubles with the text. */
    @ParameterizedTest
    @ValueSource(strings = {"AGE-PLUGIN-", "AGE-SECRET-KEY-", "AGE-PLUGIN-1"})
    void looksAtEachCharacterAFewTimesOnly(String beginning) {
        var text = new Watched(beginning.repeat(20_000), new AtomicLong());
        assertFalse(KeySearch.isIn(text));
        assertTrue(text.looks().get() < 200L * text.length(), text.looks() + " looks");
    }

    /** Counts how often a character is looked at. */
    private record Watched(String text, AtomicLong looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            assertTrue(looks.incrementAndGet() < 1_000_000_000, "there is no end of it");
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }

    private void refuses(byte[] content) throws IOException {
        Path file = file(content);
        var refusal = assertThrows(PackException.class, () -> KeySearch.refuse(file));
        assertEquals(
                file + " holds age identities; keys must never go into a bundle",
                refusal.getMessage());
    }

    private String text(int at) {
        return "film\r\n".repeat(at / 6 + 1).substring(0, at) + secret + "\n" + "end\n".repeat(9);
    }

    private byte[] film(int at) {
        byte[] film = new byte[3 * MIB];
        new Random(1).nextBytes(film);
        put(secret, film, at);
        return film;
    }

    private static void put(String text, byte[] into, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
