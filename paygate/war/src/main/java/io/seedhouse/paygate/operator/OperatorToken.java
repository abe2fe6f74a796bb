package io.seedhouse.paygate.operator;

import io.seedhouse.paygate.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits in a file of mode 0600: who can read it runs the server. */
final class OperatorToken {
    private static final int BYTES = 32;

    private final byte[] token;

    private OperatorToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the file, or makes it. */
    static OperatorToken open(PrivateFile file) {
        try {
            if (!file.exists()) {
                var bits = new byte[BYTES];
                new SecureRandom().nextBytes(bits);
                file.create(Base64.getUrlEncoder().withoutPadding().encodeToString(bits) + "\n");
            }
            return new OperatorToken(file.read().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The operator's token %s cannot be read or written.".formatted(file.path()), e);
        }
    }

    /** Compares in constant time. */
    boolean is(String text) {
        return token.length > 0
                && MessageDigest.isEqual(token, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "OperatorToken";
    }
}
