package io.seedhouse.paygate.contact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Takes one address off one publisher's list: 256 random bits in base64url. Stored as its SHA-256,
 * which needs neither salt nor stretching because the token cannot be guessed.
 */
record UnsubscribeToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static UnsubscribeToken generate() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new UnsubscribeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
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
        return "UnsubscribeToken";
    }
}
