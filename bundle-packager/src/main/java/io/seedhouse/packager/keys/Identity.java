package io.seedhouse.packager.keys;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An age X25519 identity: the secret that opens what was encrypted to its recipient.
 *
 * <p>Its text never appears in {@link #toString()} nor in an exception; only {@link #secret()}
 * gives it away.
 */
public final class Identity {
    private final byte[] scalar;

    /** Made when first asked for: it takes a hundred times longer than all the rest here. */
    private @Nullable Recipient recipient;

    private Identity(byte[] scalar) {
        this.scalar = scalar;
    }

    /** Two threads at once may both make it, and make the same. */
    private Recipient recipientOfThis() {
        var known = recipient;
        if (known == null) {
            known = Recipient.of(scalar);
            recipient = known;
        }
        return known;
    }

    /** A new identity from the system's randomness. */
    public static Identity generate() {
        return new Identity(X25519.newScalar());
    }

    /**
     * Reads {@code AGE-SECRET-KEY-1...}, as {@code age} does: exactly 74 characters, all capitals.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and where, fit for
     *     people; the text is not repeated
     */
    public static Identity parse(String secret) {
        refuseOtherKinds(secret);
        return new Identity(KeyText.IDENTITY.read(secret));
    }

    private static void refuseOtherKinds(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (small.startsWith("age1")) {
            throw new IllegalArgumentException(
                    "that is a recipient, which only locks; the identity that opens begins with "
                            + KeyText.IDENTITY.prefix());
        }
        if (small.startsWith("age-plugin-") || small.startsWith("age-secret-key-pq-1")) {
            throw new IllegalArgumentException(
                    "that is an identity of an age plugin or of another kind than X25519, the only"
                            + " one supported");
        }
        if (small.startsWith("-----begin ") || small.startsWith("age-encryption.org/")) {
            throw new IllegalArgumentException(
                    "here begins an encrypted file or a key of another program, not an identity");
        }
    }

    /** The secret text, {@code AGE-SECRET-KEY-1...}. Never log it. */
    public String secret() {
        return KeyText.IDENTITY.write(scalar);
    }

    /** The public text, {@code age1...}. */
    public String recipient() {
        return recipientOfThis().toString();
    }

    /** The recipient as a public point of X25519, 32 bytes. */
    public byte[] point() {
        return recipientOfThis().point();
    }

    /**
     * The secret that this identity shares with the one of that public point, 32 bytes; null when
     * the point has low order, so that everybody would share it. Never log it.
     */
    public byte @Nullable [] agree(byte[] point) {
        return X25519.agree(scalar, point);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that && MessageDigest.isEqual(scalar, that.scalar);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point());
    }

    @Override
    public String toString() {
        return "Identity[" + recipient() + "]";
    }
}
