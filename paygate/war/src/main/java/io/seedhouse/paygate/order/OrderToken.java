package io.seedhouse.paygate.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The proof of an order, or of a gift: 256 random bits in base64url. Stored as its SHA-256, which
 * needs neither salt nor stretching because the token cannot be guessed, and may be looked up as it
 * is because who knows the hash does not know the token.
 *
 * @param text as the buyer holds it
 */
public record OrderToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new one. */
    public static OrderToken generate() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new OrderToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What the database keeps. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "OrderToken";
    }
}
