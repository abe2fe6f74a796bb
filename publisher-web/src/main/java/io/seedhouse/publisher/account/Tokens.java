package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Bearer tokens (RFC 6750) of publishers; they hold until the account goes. */
@ApplicationScoped
public class Tokens {
    @PersistenceContext EntityManager em;

    /** A new token: 256 random bits in base64url. It cannot be read again. */
    @Transactional
    public String issue(UUID publisherId) {
        String token = Secret.random();
        em.persist(new BearerToken(Secret.hash(token), publisherId));
        return token;
    }

    /** Whose token this is; empty for one we never issued. */
    public Optional<UUID> publisherOf(String token) {
        return Optional.ofNullable(em.find(BearerToken.class, Secret.hash(token)))
                .map(BearerToken::publisherId);
    }
}
