package io.seedhouse.packager.keys;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An age key as text: a prefix, then 32 bytes in {@link Bech32}.
 *
 * <p>Reading says what is wrong with a mistyped key by the position and kind of the character and
 * never repeats any of it: it may be a secret, even where a public key was asked for.
 *
 * @param what what people call it
 * @param prefix with the separator {@code 1}; its case is the case of the whole text
 */
record KeyText(String what, String prefix) {
    static final KeyText RECIPIENT = new KeyText("recipient", "age1");
    static final KeyText IDENTITY = new KeyText("identity", "AGE-SECRET-KEY-1");
    static final int BYTES = 32;
    private static final int SYMBOLS = 52 + Bech32.CHECKSUM;

    String write(byte[] key) {
        String symbols = Bech32.encode(humanPart(), key);
        return prefix + (capitals() ? symbols.toUpperCase(Locale.ROOT) : symbols);
    }

    /**
     * The 32 bytes.
     *
     * @throws IllegalArgumentException saying what is wrong, without the text
     */
    byte[] read(String text) {
        if (text.isEmpty()) {
            throw wrong("is empty");
        }
        checkCharacters(text);
        checkPrefix(text);
        checkCase(text);
        checkSymbols(text);
        checkLength(text);
        String symbols = text.substring(prefix.length()).toLowerCase(Locale.ROOT);
        byte[] key = Bech32.decode(humanPart(), symbols);
        if (key == null) {
            throw wrong("is mistyped in one or more characters: its checksum does not fit");
        }
        return key;
    }

    private void checkCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127) {
                String kind =
                        c == ' ' || c == 0xa0
                                ? "a space"
                                : c >= 128
                                        ? "a character that is not ASCII"
                                        : "a control character";
                throw wrongAt(i, "has " + kind);
            }
        }
    }

    private void checkPrefix(String text) {
        int same = 0;
        int most = Math.min(prefix.length(), text.length());
        while (same < most && lower(text.charAt(same)) == lower(prefix.charAt(same))) {
            same++;
        }
        if (same == text.length()) {
            checkLength(text);
        }
        if (same < prefix.length()) {
            throw wrongAt(same, "does not begin with " + prefix + " but differs from that");
        }
    }

    private void checkCase(String text) {
        int[] wrong =
                IntStream.range(0, text.length())
                        .filter(i -> capitals() ? isLower(text.charAt(i)) : isUpper(text.charAt(i)))
                        .toArray();
        if (wrong.length == 0) {
            return;
        }
        long letters = text.chars().filter(c -> isLower((char) c) || isUpper((char) c)).count();
        if (wrong.length == letters) {
            throw wrong("must be written in " + (capitals() ? "capitals" : "small letters"));
        }
        throw wrongAt(wrong[0], "mixes capital and small letters, first");
    }

    private void checkSymbols(String text) {
        for (int i = prefix.length(); i < text.length(); i++) {
            char c = lower(text.charAt(i));
            if (Bech32.SYMBOLS.indexOf(c) < 0) {
                String kind = "bio1".indexOf(c) < 0 ? "punctuation" : "a 'b', 'i', 'o' or '1'";
                throw wrongAt(i, "has " + kind + ", which no key has,");
            }
        }
    }

    private void checkLength(String text) {
        int right = prefix.length() + SYMBOLS;
        if (text.length() != right) {
            throw wrong(
                    "is %s: it has %d characters instead of %d"
                            .formatted(
                                    text.length() < right ? "cut short" : "too long",
                                    text.length(),
                                    right));
        }
    }

    private IllegalArgumentException wrongAt(int index, String problem) {
        return wrong(problem + " at character " + (index + 1));
    }

    IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException("the " + what + " " + problem);
    }

    private String humanPart() {
        return prefix.substring(0, prefix.length() - 1).toLowerCase(Locale.ROOT);
    }

    private boolean capitals() {
        return isUpper(prefix.charAt(0));
    }

    private static char lower(char c) {
        return isUpper(c) ? (char) (c + 32) : c;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
