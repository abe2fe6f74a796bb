package io.seedhouse.publisher.notice;

import io.seedhouse.publisher.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that are mailed about accounts. */
@ApplicationScoped
@Transactional
public class MailLinks {
    /** How long a link can be redeemed. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /** How long a link is known, so that whoever comes late is told why. */
    private static final Duration KNOWN = Duration.ofDays(7);

    @PersistenceContext EntityManager em;

    /**
     * The token of a new link. It cannot be read again.
     *
     * @param email the address whose owner it proves
     */
    public String issue(UUID publisherId, Purpose purpose, String email, Instant now) {
        String token = Secret.random();
        Instant end = now.plus(LIFE).truncatedTo(ChronoUnit.MICROS);
        em.persist(new MailLink(Secret.hash(token), publisherId, purpose, email, end));
        return token;
    }

    /** What a link would be worth; looking uses nothing up, for mail servers look too. */
    public Proof look(String token, Set<Purpose> purposes, Instant now) {
        return worth(em.find(MailLink.class, Secret.hash(token)), purposes, now);
    }

    /** Uses a link up, in the caller's transaction: what it proves and its end go together. */
    public Proof redeem(String token, Set<Purpose> purposes, Instant now) {
        MailLink link = em.find(MailLink.class, Secret.hash(token), LockModeType.PESSIMISTIC_WRITE);
        if (link != null) {
            em.refresh(link); // it may have been looked at before it was locked
        }
        Proof proof = worth(link, purposes, now);
        if (link != null && proof instanceof Proof.Proven) {
            link.redeem(now.truncatedTo(ChronoUnit.MICROS));
        }
        return proof;
    }

    private static Proof worth(@Nullable MailLink link, Set<Purpose> purposes, Instant now) {
        if (link == null || !purposes.contains(link.purpose())) {
            return new Proof.Unknown();
        }
        if (link.isRedeemed()) {
            return new Proof.Used();
        }
        return link.isOver(now) ? new Proof.Expired() : link.proof();
    }

    /** Ends the links of an account that nobody has redeemed yet. */
    public void end(UUID publisherId, Set<Purpose> purposes, Instant now) {
        em.createQuery(
                        "update MailLink l set l.expires = :now where l.publisherId = :publisher"
                                + " and l.purpose in :purposes and l.redeemed is null"
                                + " and l.expires > :now")
                .setParameter("now", now.truncatedTo(ChronoUnit.MICROS))
                .setParameter("publisher", publisherId)
                .setParameter("purposes", purposes)
                .executeUpdate();
    }

    /** Forgets all links of an account, with their addresses. */
    public void forget(UUID publisherId) {
        em.createQuery("delete from MailLink l where l.publisherId = :publisher")
                .setParameter("publisher", publisherId)
                .executeUpdate();
    }

    /** Forgets links that ended long ago. */
    public void sweep(Instant now) {
        em.createQuery("delete from MailLink l where l.expires < :before")
                .setParameter("before", now.minus(KNOWN))
                .executeUpdate();
    }
}
