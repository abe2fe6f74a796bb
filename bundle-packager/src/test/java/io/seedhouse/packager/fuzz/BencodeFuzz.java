package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.bencode.BencodeException;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.packager.bencode.BencodeValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Any bytes are either refused in one sentence or the canonical encoding of what was read. */
public final class BencodeFuzz {
    private static final Memory MEMORY = new Memory(16 << 10, 128);

    private BencodeFuzz() {}

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try {
            check(input);
        } catch (BencodeException e) {
            checkMessage(e, input.length);
            check(MendedBencode.of(input).encode());
        }
    }

    private static void check(byte[] input) throws IOException {
        BencodeValue value = MEMORY.bound(input.length, () -> BencodeReader.read(input));
        if (!Arrays.equals(value.encode(), input)) {
            throw new AssertionError("encodes to other bytes than it was read from");
        }
        BencodeValue again = BencodeReader.read(input);
        if (!again.equals(value) || again.hashCode() != value.hashCode()) {
            throw new AssertionError("is read differently the second time");
        }
    }

    /** It may be shown on a terminal. */
    private static void checkMessage(BencodeException refusal, int length) {
        String message = String.valueOf(refusal.getMessage());
        int offset = Integer.parseInt(message.substring(message.lastIndexOf(' ') + 1));
        if (offset < 0 || offset > length || !message.endsWith(" at byte " + offset)) {
            throw new AssertionError("names no place: " + message);
        }
        if (message.length() > 200 || !Shown.safely(message)) {
            throw new AssertionError("cannot be shown: " + message);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "i0e",
                        "i-42e",
                        "i9223372036854775807e",
                        "i-9223372036854775808e",
                        "0:",
                        "4:spam",
                        "le",
                        "de",
                        "l4:spami3ee",
                        "d3:cow3:moo4:spamli1ei2eee",
                        "d1:ad1:bl1:ceee",
                        "d0:0:1:\u00ff0:e",
                        "d2:aa0:1:b0:e",
                        "i-0e",
                        "i03e",
                        "5:spam",
                        "l".repeat(100) + "e".repeat(100),
                        "l".repeat(101) + "e".repeat(101))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of("i", "e", "l", "d", "-", "0:", "1:", "10:", "i0e", "i1e", "le", "de", "1:a");
    }
}
