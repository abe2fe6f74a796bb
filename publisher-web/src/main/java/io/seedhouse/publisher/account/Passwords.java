package io.seedhouse.publisher.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.UUID;

/** Password hashing: PBKDF2 (RFC 8018) with HMAC-SHA-512 and 210 000 rounds, as OWASP advises. */
@ApplicationScoped
class Passwords {
    @Inject Pbkdf2PasswordHash pbkdf2;

    /** Compared with when an account does not exist, so that both answers take the same work. */
    private String nobody = "";

    @PostConstruct
    void configure() {
        pbkdf2.initialize(
                Map.of(
                        "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                        "Pbkdf2PasswordHash.Iterations", "210000",
                        "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                        "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        nobody = hash(UUID.randomUUID().toString());
    }

    String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    boolean matches(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }

    /** A hash of a password that nobody knows. */
    String ofNobody() {
        return nobody;
    }
}
