package io.seedhouse.packager.encryption;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.spec.SecretKeySpec;

/**
 * An age X25519 identity: the secret that opens what was encrypted to its recipient.
 *
 * <p>Its text never appears in {@link #toString()} nor in an exception; only {@link #secret()}
 * gives it away.
 */
public final class Identity {
    static final String PREFIX = "AGE-SECRET-KEY-1";

    private final String secret;
    private final String recipient;

    private Identity(String secret, String recipient) {
        this.secret = secret;
        this.recipient = recipient;
    }

    /** A new identity from the system's randomness. */
    public static Identity generate() {
        try {
            var pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Identity(text(pair.getPrivate()), text(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks X25519", e);
        }
    }

    /**
     * Reads {@code AGE-SECRET-KEY-1...}.
     *
     * @throws IllegalArgumentException when it is no such identity; the text is not repeated
     */
    public static Identity parse(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an age identity begins with " + PREFIX);
        }
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
            Key derived = new X25519KeyFactory().translateKey(new SecretKeySpec(bytes, "X25519"));
            return new Identity(secret, text(derived));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Without the cause: it may quote the text.
            throw new IllegalArgumentException(
                    "the age identity is mistyped or cut short; copy it again");
        }
    }

    /** The secret text, {@code AGE-SECRET-KEY-1...}. Never log it. */
    public String secret() {
        return secret;
    }

    /** The public text, {@code age1...}. */
    public String recipient() {
        return recipient;
    }

    RecipientStanzaReader reader() throws GeneralSecurityException {
        return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that && secret.equals(that.secret);
    }

    @Override
    public int hashCode() {
        return recipient.hashCode();
    }

    @Override
    public String toString() {
        return "Identity[" + recipient + "]";
    }

    private static String text(Key key) {
        return new String(key.getEncoded(), StandardCharsets.US_ASCII);
    }
}
