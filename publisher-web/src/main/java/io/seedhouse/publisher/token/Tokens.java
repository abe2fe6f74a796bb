package io.seedhouse.publisher.token;

import io.seedhouse.publisher.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Bearer tokens (RFC 6750) of publishers; they hold until they expire, are revoked, or the account
 * goes. A publisher has {@link #MOST} at most. Plain sign-ins make tokens without a name: of those
 * the one that was used longest ago gives way, while named ones stay.
 */
@ApplicationScoped
@Transactional
public class Tokens {
    static final int MOST = 200;

    @PersistenceContext EntityManager em;

    /** A new token: 256 random bits in base64url. It cannot be read again. */
    public Issue issue(UUID publisherId, Wish wish, Instant now) {
        List<BearerToken> all = rows(publisherId);
        if (all.size() >= MOST) {
            Optional<BearerToken> idle =
                    all.stream()
                            .filter(t -> t.name().isEmpty())
                            .min(Comparator.comparing(Tokens::lastUse));
            if (idle.isEmpty()) {
                return new Issue.TooMany(MOST);
            }
            em.remove(idle.get());
        }
        String text = Secret.random();
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        em.persist(new BearerToken(Secret.hash(text), publisherId, wish, at));
        return new Issue.Issued(text);
    }

    private static Instant lastUse(BearerToken token) {
        return Objects.requireNonNullElse(token.used(), token.created());
    }

    /** What a token opens; empty for one we never issued or that has ended. Notes the day. */
    public Optional<Grant> use(String text, Instant now) {
        String hash = Secret.hash(text);
        Optional<BearerToken> token =
                Optional.ofNullable(em.find(BearerToken.class, hash)).filter(t -> !t.isOver(now));
        token.ifPresent(t -> note(hash, t, now.truncatedTo(ChronoUnit.DAYS)));
        return token.map(BearerToken::grant);
    }

    private void note(String hash, BearerToken token, Instant day) {
        if (!day.equals(token.used())) {
            em.createQuery(
                            "update BearerToken t set t.used = :day"
                                    + " where t.hash = :hash and (t.used is null or t.used < :day)")
                    .setParameter("day", day)
                    .setParameter("hash", hash)
                    .executeUpdate();
        }
    }

    /** A publisher's own, oldest first; those that have ended are left out. */
    public List<TokenView> ofPublisher(UUID publisherId, Instant now) {
        return rows(publisherId).stream().filter(t -> !t.isOver(now)).map(TokenView::of).toList();
    }

    /** Ends one; false where the publisher has none of this id. */
    public boolean revoke(UUID publisherId, UUID tokenId) {
        return revoke(publisherId, tokenId, Scope.ALL);
    }

    /**
     * As above, but only one that may do nothing beyond these scopes.
     *
     * @return false also for one that may do more
     */
    public boolean revoke(UUID publisherId, UUID tokenId, Set<Scope> scopes) {
        Optional<BearerToken> token =
                rows(publisherId).stream()
                        .filter(t -> t.id().equals(tokenId))
                        .filter(t -> scopes.containsAll(t.scopes()))
                        .findFirst();
        token.ifPresent(em::remove);
        return token.isPresent();
    }

    /** Ends those of these ids that are the publisher's. */
    public void revoke(UUID publisherId, Collection<UUID> tokenIds) {
        rows(publisherId).stream().filter(t -> tokenIds.contains(t.id())).forEach(em::remove);
    }

    /** Ends all of a publisher. */
    public void revokeAll(UUID publisherId) {
        rows(publisherId).forEach(em::remove);
    }

    private List<BearerToken> rows(UUID publisherId) {
        return em.createQuery(
                        "select t from BearerToken t where t.publisherId = :publisher"
                                + " order by t.created, t.id",
                        BearerToken.class)
                .setParameter("publisher", publisherId)
                .getResultList();
    }

    /** Forgets tokens that have expired. */
    public void sweep(Instant now) {
        em.createQuery("delete from BearerToken t where t.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
