package io.seedhouse.packager.keys;

import io.seedhouse.packager.fuzz.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any text is either the key or keyring that it says or refused without repeating a secret. */
public final class KeyTextFuzz {
    private static final Memory MEMORY = new Memory(64 << 10, 1024);
    private static final String SECRET = FuzzIdentities.IDENTITY.secret();
    private static final int TELLING = 8;

    private KeyTextFuzz() {}

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            require(Identity.parse(text).secret().equals(text), "another identity was read");
        } catch (IllegalArgumentException e) {
            checkMessage(e);
        }
        try {
            require(Recipient.parse(text).toString().equals(text), "another recipient was read");
        } catch (IllegalArgumentException e) {
            checkMessage(e);
        }
        try {
            checkKeyring(MEMORY.bound(input.length, () -> Keyring.parse(text)));
        } catch (KeyringException e) {
            checkMessage(e);
        }
    }

    private static void checkKeyring(Keyring keyring) throws IOException {
        Keyring again = Keyring.parse(keyring.text());
        require(again.identities().equals(keyring.identities()), "other identities are written");
        require(tellsNothing(keyring.identities().toString()), "an identity is shown");
    }

    private static void checkMessage(Exception refusal) {
        String message = String.valueOf(refusal.getMessage());
        require(message.chars().allMatch(c -> c >= ' ' && c <= '~'), "cannot be shown");
        require(tellsNothing(message), "a secret is repeated");
    }

    private static boolean tellsNothing(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        int from = KeyText.IDENTITY.prefix().length();
        return IntStream.rangeClosed(from, SECRET.length() - TELLING)
                .noneMatch(at -> capitals.contains(SECRET.substring(at, at + TELLING)));
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new AssertionError(problem);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        String other = FuzzIdentities.OTHER.secret();
        return Stream.of(
                        SECRET,
                        FuzzIdentities.IDENTITY.recipient(),
                        SECRET + "\n",
                        "# film.age\n" + SECRET + "\r\n\n# two\n#\n" + other,
                        "\ufeff# public key: x\n" + SECRET,
                        "# created: x\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** What texts begin with. */
    public static List<String> words() {
        return List.of("AGE-SECRET-KEY-1", "age1", "AGE-PLUGIN-", "# ", "\n", "\r\n", SECRET);
    }
}
