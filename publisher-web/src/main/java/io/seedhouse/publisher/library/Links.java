package io.seedhouse.publisher.library;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links that are mailed to an address and open its library. */
@ApplicationScoped
public class Links {
    /** How long a link can be redeemed. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /** How long a link is known, so that whoever comes late is told why. */
    private static final Duration KNOWN = Duration.ofDays(7);

    @PersistenceContext EntityManager em;
    @Inject LibrarySessions sessions;
    @Inject Orders orders;

    /** The token of a new link. It cannot be read again. */
    @Transactional
    public String issue(String email) {
        String token = Secret.random();
        em.persist(new LibraryLink(Secret.hash(token), email, Instant.now().plus(LIFE)));
        return token;
    }

    /** Why a link would open nothing; empty for one that would. */
    @Transactional
    Optional<Redeem> refusal(String token, Instant now) {
        return Optional.ofNullable(refusal(em.find(LibraryLink.class, Secret.hash(token)), now));
    }

    /** Uses a link up: opens a session, and grants what waited for the proof of its address. */
    @Transactional
    Redeem redeem(String token, Instant now) {
        LibraryLink link =
                em.find(LibraryLink.class, Secret.hash(token), LockModeType.PESSIMISTIC_WRITE);
        Redeem refusal = refusal(link, now);
        if (link == null || refusal != null) {
            return refusal == null ? new Redeem.Unknown() : refusal;
        }
        link.redeem(now);
        orders.confirm(link.email());
        return new Redeem.Opened(sessions.open(link.email(), now));
    }

    private static @Nullable Redeem refusal(@Nullable LibraryLink link, Instant now) {
        if (link == null) {
            return new Redeem.Unknown();
        }
        if (link.isRedeemed()) {
            return new Redeem.Used();
        }
        return link.isOver(now) ? new Redeem.Expired() : null;
    }

    /** Forgets links that ended long ago. */
    @Transactional
    void sweep(Instant now) {
        em.createQuery("delete from LibraryLink l where l.expires < :before")
                .setParameter("before", now.minus(KNOWN))
                .executeUpdate();
    }
}
