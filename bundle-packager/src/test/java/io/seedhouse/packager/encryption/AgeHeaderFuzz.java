package io.seedhouse.packager.encryption;

import io.seedhouse.packager.fuzz.Memory;
import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Any bytes either begin with a header that opens or are refused with the place named. */
public final class AgeHeaderFuzz {
    private static final Memory MEMORY = new Memory(64 << 10, 512);
    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "age-encryption\\.org/v1\n"
                            + "(-> [!-~]++( [!-~]++)*+\n([A-Za-z0-9+/]{64}\n)*+[A-Za-z0-9+/]{0,63}\n)++"
                            + "--- [A-Za-z0-9+/]{43}\n");
    private static final String STANZA = FuzzKeys.stanza(FuzzKeys.IDENTITY);

    private static final List<Identity> IDENTITIES = List.of(FuzzKeys.IDENTITY);

    /** Curve arithmetic is slow, so not every input gets a right MAC. */
    private static final int MENDED_ONE_IN = 16;

    private AgeHeaderFuzz() {}

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (opens(input)) {
            readToTheEnd(input);
        }
        if (Arrays.hashCode(input) % MENDED_ONE_IN == 0) {
            checkMended(input);
        }
    }

    private static boolean opens(byte[] input) throws IOException {
        var in = new ByteArrayInputStream(input);
        AgeHeader header;
        try {
            header =
                    MEMORY.bound(
                            input.length,
                            () -> {
                                in.reset();
                                return AgeHeader.open(in, IDENTITIES);
                            });
        } catch (AgeException e) {
            checkMessage(e, input.length);
            return false;
        }
        byte[] taken = header.bytes();
        require(taken.length == header.length(), "header has another length");
        require(in.available() == input.length - taken.length, "more or less was taken");
        require(Arrays.equals(input, 0, taken.length, taken, 0, taken.length), "bytes differ");
        HeaderText text = read(input);
        byte[] mac = FuzzKeys.KEY.mac(text.bytes(), text.covered());
        require(Arrays.equals(mac, text.mac()), "a wrong MAC was taken");
        return true;
    }

    private static void checkMessage(AgeException refusal, int length) {
        String message = String.valueOf(refusal.getMessage());
        require(message.chars().allMatch(c -> c >= ' ' && c <= '~'), message);
        require(message.startsWith("it ") || message.startsWith("no identity "), message);
        if (refusal instanceof AgeException.Damaged damaged) {
            require(damaged.offset() >= 0 && damaged.offset() <= length, message);
        }
    }

    private static void readToTheEnd(byte[] input) throws IOException {
        var reader = new AgeReader(IDENTITIES);
        try (var clear = reader.open(new ByteArrayInputStream(input))) {
            clear.readAllBytes();
        } catch (AgeException e) {
            checkMessage(e, input.length);
        }
    }

    /** Whatever is a header by its grammar opens once a stanza and the MAC are ours. */
    private static void checkMended(byte[] input) throws IOException {
        byte[] header = FuzzKeys.header(stanzas(input) + STANZA);
        try {
            read(header);
        } catch (AgeException e) {
            checkMessage(e, header.length);
            return;
        }
        require(opens(header), "header with a right MAC does not open");
        readToTheEnd(FuzzKeys.file(header, "clear"));
    }

    /** Reads a header that need not be authentic, and finds the same grammar in it. */
    private static HeaderText read(byte[] input) throws IOException {
        HeaderText text = new HeaderReader(new ByteArrayInputStream(input)).read();
        int length = text.bytes().length - HeaderText.NONCE;
        String header = new String(text.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        require(GRAMMAR.matcher(header).matches(), "no header by the grammar: " + header);
        return text;
    }

    /** What stands between the first line and the MAC. */
    private static String stanzas(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int from = text.startsWith(HeaderText.VERSION) ? HeaderText.VERSION.length() : 0;
        int end = text.indexOf("\n" + HeaderText.END, from);
        String stanzas = text.substring(from, end < 0 ? text.length() : end + 1);
        return stanzas.isEmpty() || stanzas.endsWith("\n") ? stanzas : stanzas + "\n";
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new AssertionError(problem);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        String foreign = "-> other argument\n" + "A".repeat(64) + "\n\n";
        byte[] one = FuzzKeys.header(STANZA);
        return Stream.of(
                one,
                FuzzKeys.file(one, "clear"),
                FuzzKeys.file(one, ""),
                FuzzKeys.header(FuzzKeys.stanza(FuzzKeys.OTHER) + STANZA),
                FuzzKeys.header(foreign + STANZA + "-> empty\n\n"),
                FuzzKeys.header(foreign),
                FuzzKeys.header("-> X25519 " + "A".repeat(43) + "\n" + "A".repeat(43) + "\n"),
                FuzzKeys.header("-> scrypt bBjlhJVYZeE4aqUdmtRHfw 15\n" + "A".repeat(43) + "\n"),
                new byte[0]);
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(
                HeaderText.VERSION,
                "-> X25519 ",
                "-> x\n\n",
                "\n",
                "\n\n",
                "\n---",
                "\n--- ",
                "-----BEGIN AGE ENCRYPTED FILE-----\n",
                " ",
                "=",
                "A".repeat(43),
                "A".repeat(64) + "\n");
    }
}
