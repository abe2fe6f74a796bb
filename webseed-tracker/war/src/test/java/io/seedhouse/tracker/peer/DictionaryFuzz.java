package io.seedhouse.tracker.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import io.seedhouse.packager.fuzz.MendedBencode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Any bytes are searched without an exception and without a look beyond their end, and in canonical
 * bencoding everything is found that the strict reader finds.
 */
public final class DictionaryFuzz {
    private static final long MOST = 999_999_999;
    private static final int MARGIN = 16;

    private DictionaryFuzz() {}

    /** Called for each input: as it is, and made canonical. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (String key : List.of("x", "piece")) {
            long number = alone(input).number(key);
            require(number >= Dictionary.NONE && number <= MOST, "beyond its bounds: " + number);
            require(number == amidOthers(input).number(key), "looked beyond its end");
            require(
                    alone(input).dictionary("m").number(key)
                            == amidOthers(input).dictionary("m").number(key),
                    "looked beyond its end");
        }
        if (MendedBencode.of(input) instanceof BencodeDictionary plain) {
            check(amidOthers(plain.encode()), plain);
        }
    }

    private static void check(Dictionary read, BencodeDictionary plain) {
        plain.entries().forEach((key, value) -> check(read, key, value));
        require(read.number(absent(plain)) == Dictionary.NONE, "found what is not there");
    }

    /** A fixed key would not do: the fuzzer reads it here and writes it into its inputs. */
    private static String absent(BencodeDictionary plain) {
        String key = "\1 no such key";
        while (plain.entries().containsKey(BencodeString.of(key.getBytes(ISO_8859_1)))) {
            key += '.';
        }
        return key;
    }

    private static void check(Dictionary read, BencodeString key, BencodeValue value) {
        String name = new String(key.bytes(), ISO_8859_1);
        if (name.chars().anyMatch(c -> c > 0x7f)) {
            return;
        }
        long expected =
                value instanceof BencodeNumber(long number) && number >= 0 && number <= MOST
                        ? number
                        : Dictionary.NONE;
        require(read.number(name) == expected, "misread " + value);
        if (value instanceof BencodeDictionary below) {
            check(read.dictionary(name), below);
        }
    }

    private static Dictionary alone(byte[] bytes) {
        return new Dictionary(bytes, 0, bytes.length);
    }

    /** Digits all around, which would be read on with those at the edges. */
    private static Dictionary amidOthers(byte[] bytes) {
        byte[] wider = new byte[bytes.length + 2 * MARGIN];
        Arrays.fill(wider, (byte) '1');
        System.arraycopy(bytes, 0, wider, MARGIN, bytes.length);
        return new Dictionary(wider, MARGIN, MARGIN + bytes.length);
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "d8:msg_typei0e5:piecei7ee",
                        "d1:md11:ut_metadatai7ee1:v6:cliente",
                        "d1:ad1:xi1ee1:bli2e3:xyze1:md2:nxi4e1:xi5eee",
                        "d1:xi999999999ee",
                        "d1:xi1000000000ee",
                        "d1:xi-1ee",
                        "d1:a" + "l".repeat(100) + "e".repeat(100) + "1:xi1ee",
                        "d9999999999:xi1ee",
                        "d1:yi1ee1:xi1e")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(
                "d", "l", "i", "e", "1:m", "1:x", "5:piece", "8:msg_type", "i0e", "99:", "0:", "-");
    }
}
