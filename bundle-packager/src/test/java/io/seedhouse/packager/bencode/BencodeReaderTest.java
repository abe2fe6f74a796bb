package io.seedhouse.packager.bencode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BencodeReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4:spam",
                "0:",
                "i3e",
                "i-3e",
                "i0e",
                "i9223372036854775807e",
                "i-9223372036854775808e",
                "l4:spam4:eggse",
                "le",
                "de",
                "d3:cow3:moo4:spam4:eggse",
                "d4:spaml1:a1:bee"
            })
    void whatIsReadIsWrittenBackTheSame(String text) throws BencodeException {
        assertArrayEquals(bytes(text), BencodeReader.read(bytes(text)).encode());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', 'ends too early'
                    i3, 'ends too early'
                    i03e, 'superfluous zeros'
                    i-0e, 'superfluous zeros'
                    i-e, 'no number'
                    ie, 'no number'
                    i+3e, 'no number'
                    i9223372036854775808e, 'no number of 64 bits'
                    i99999999999999999999999e, 'no number'
                    04:spam, 'superfluous zeros'
                    -1:a, 'no number'
                    5:spam, 'longer than the input'
                    9223372036854775807:a, 'longer than the input'
                    l4:spam, 'ends too early'
                    d3:cowe, 'no number'
                    di1e3:mooe, 'no number'
                    d1:bi1e1:ai1ee, 'out of order'
                    d1:ai1e1:ai1ee, 'repeated'
                    i1ei2e, 'after the end'
                    x, 'no number'
                    """)
    void refusesWhatIsNotCanonical(String text, String reason) {
        var refusal = assertThrows(BencodeException.class, () -> BencodeReader.read(bytes(text)));
        assertTrue(Samples.message(refusal).contains(reason), Samples.message(refusal));
    }

    @Test
    void ordersKeysByUnsignedBytes() throws BencodeException {
        byte[] high = {(byte) 0xff};
        var dictionary =
                BencodeDictionary.builder()
                        .put(BencodeString.of(high), new BencodeNumber(2))
                        .put("a", 1)
                        .build();
        byte[] encoded = dictionary.encode();
        assertEquals('a', encoded[3]);
        assertEquals(dictionary, BencodeReader.read(encoded));
    }

    @Test
    void deepNestingIsRefusedBeforeItExhaustsTheStack() {
        byte[] deep = bytes("l".repeat(1_000_000));
        var refusal = assertThrows(BencodeException.class, () -> BencodeReader.read(deep));
        assertTrue(Samples.message(refusal).contains("nested deeper"));
    }

    @Test
    void tooManyValuesAreRefused() {
        byte[] many = bytes("l" + "le".repeat(BencodeReader.MAX_VALUES) + "e");
        var refusal = assertThrows(BencodeException.class, () -> BencodeReader.read(many));
        assertTrue(Samples.message(refusal).contains("values"));
    }

    @Test
    void textIsStrictUtf8() throws CharacterCodingException {
        assertEquals("a\ufffdä", BencodeString.of("a\ufffdä").text());
        BencodeString broken = BencodeString.of(new byte[] {'a', (byte) 0xe4});
        assertThrows(CharacterCodingException.class, broken::text);
        assertEquals("a\ufffd", broken.lenientText());
    }

    /** Keys chosen so that the usual hash of bytes is the same for all. */
    @Test
    void keysThatCollideDoNotSlowItDown() throws BencodeException {
        var dictionary = BencodeDictionary.builder();
        for (int i = 0; i < 1 << 17; i++) {
            byte[] key = new byte[34];
            for (int bit = 0; bit < 17; bit++) {
                boolean set = (i >> bit & 1) == 1;
                key[2 * bit] = (byte) (set ? 'B' : 'A');
                key[2 * bit + 1] = (byte) (set ? 'A' : 'A' + 31);
            }
            dictionary.put(BencodeString.of(key), new BencodeNumber(i));
        }
        byte[] encoded = dictionary.build().encode();
        assertArrayEquals(encoded, BencodeReader.read(encoded).encode());
    }

    @Test
    void aLongKeyIsCutInTheMessage() {
        String key = "k".repeat(100_000);
        byte[] twice = bytes("d100000:" + key + "0:100000:" + key + "0:e");
        var refusal = assertThrows(BencodeException.class, () -> BencodeReader.read(twice));
        assertTrue(Samples.message(refusal).length() < 200, Samples.message(refusal));
    }

    @Test
    void aLongKeyIsNotCutWithinACharacter() {
        assertTrue(
                refusalOfKey("k".repeat(79) + "\ud83c\udfac" + "k")
                        .contains("'" + "k".repeat(79) + "...'"));
    }

    /** It would turn the direction of writing, or clear the screen. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u202e", "a\u001b", "a\u2028", "a\u2029", "a\u200b"})
    void aKeyThatCouldSteerATerminalIsNamedInHexadecimal(String key) {
        String hex = HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
        assertTrue(refusalOfKey(key).contains("'" + hex + "'"), refusalOfKey(key));
    }

    private static String refusalOfKey(String key) {
        String string = key.getBytes(StandardCharsets.UTF_8).length + ":" + key;
        byte[] twice = ("d" + string + "0:" + string + "0:e").getBytes(StandardCharsets.UTF_8);
        return Samples.message(
                assertThrows(BencodeException.class, () -> BencodeReader.read(twice)));
    }

    @Test
    void anyDamageIsEitherRefusedOrCanonical() {
        byte[] good = bytes("d3:cowl4:spami42e0:e4:spamd1:ai-7e1:bleee");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                assertArrayEquals(bad, BencodeReader.read(bad).encode());
            } catch (BencodeException e) {
                assertTrue(Samples.message(e).contains(" at byte "));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
