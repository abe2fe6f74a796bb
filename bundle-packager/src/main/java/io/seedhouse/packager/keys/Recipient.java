package io.seedhouse.packager.keys;

import java.util.Locale;

/**
 * An age X25519 recipient, {@code age1...}: the public text that files are encrypted to, and that
 * the {@link Identity} belonging to it opens.
 */
public final class Recipient {
    private final byte[] point;

    private Recipient(byte[] point) {
        this.point = point;
    }

    /**
     * Reads {@code age1...}, as {@code age} does: exactly 62 characters, all small.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and where, fit for
     *     people; it never repeats the text, which may be a secret in the wrong place
     */
    public static Recipient parse(String text) {
        refuseOtherKinds(text);
        Recipient recipient = new Recipient(KeyText.RECIPIENT.read(text));
        if (X25519.agree(new byte[KeyText.BYTES], recipient.point) == null) {
            throw KeyText.RECIPIENT.wrong("belongs to no identity: its point has low order");
        }
        return recipient;
    }

    static Recipient of(byte[] scalar) {
        return new Recipient(X25519.publicPoint(scalar));
    }

    private static void refuseOtherKinds(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (small.contains("age-secret-key-") || small.contains("age-plugin-")) {
            throw new IllegalArgumentException(
                    "that is a secret identity, not a recipient; give the text age1... that belongs"
                            + " to it, and let nobody see the identity");
        }
        if (small.startsWith("ssh-") || small.startsWith("sk-ssh-") || small.startsWith("ecdsa-")) {
            throw new IllegalArgumentException(
                    "that is an SSH key, not a recipient; age-keygen makes a pair whose recipient"
                            + " begins with age1");
        }
        if (small.matches("age1[a-z0-9-]+1.{58,}")) {
            throw new IllegalArgumentException(
                    "that is a recipient of an age plugin or of another kind than X25519, the only"
                            + " one supported");
        }
    }

    /** The public point of X25519, 32 bytes. */
    public byte[] point() {
        return point.clone();
    }

    /** The text, {@code age1...}. */
    @Override
    public String toString() {
        return KeyText.RECIPIENT.write(point);
    }
}
