package io.seedhouse.publisher.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Bearer tokens (RFC 6750) of publishers; they hold until the account goes. */
@ApplicationScoped
public class Tokens {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext EntityManager em;

    /** A new token: 256 random bits in base64url. It cannot be read again. */
    @Transactional
    public String issue(UUID publisherId) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        em.persist(new BearerToken(hash(token), publisherId));
        return token;
    }

    /** Whose token this is; empty for one we never issued. */
    public Optional<UUID> publisherOf(String token) {
        return Optional.ofNullable(em.find(BearerToken.class, hash(token)))
                .map(BearerToken::publisherId);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
