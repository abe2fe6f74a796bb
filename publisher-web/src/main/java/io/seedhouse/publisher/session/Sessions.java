package io.seedhouse.publisher.session;

import io.seedhouse.publisher.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of all publishers. One lasts {@link #LIFE} at most and {@link #IDLE} without use; a
 * publisher has {@link #MOST}, beyond which the one used longest ago ends.
 */
@ApplicationScoped
@Transactional
public class Sessions {
    /** A film may take days to upload, and its page then has to go on. */
    static final Duration LIFE = Duration.ofDays(30);

    static final Duration IDLE = Duration.ofDays(7);
    static final int MOST = 50;

    @PersistenceContext EntityManager em;

    /**
     * Signs in: a new session in place of the one this browser had.
     *
     * @param before what its cookie says; null without one
     * @return what its cookie is to say; it cannot be read again
     */
    public String open(UUID publisherId, Client client, @Nullable String before, Instant now) {
        close(before);
        ofPublisher(publisherId, now).stream().skip(MOST - 1L).forEach(em::remove);
        String text = Secret.random();
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        em.persist(new Session(Secret.hash(text), publisherId, client, at, hour(now)));
        return text;
    }

    /** The session of a cookie; empty without one, or when it has ended. Notes the hour. */
    public Optional<Session> use(@Nullable String text, Instant now) {
        Optional<Session> session = byText(text).filter(s -> !s.isOver(now));
        session.filter(s -> s.used().isBefore(hour(now))).ifPresent(s -> note(s.id(), hour(now)));
        return session;
    }

    private void note(UUID id, Instant hour) {
        em.createQuery("update Session s set s.used = :hour where s.id = :id and s.used < :hour")
                .setParameter("hour", hour)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A publisher's own, the one used last first. */
    public List<Session> ofPublisher(UUID publisherId, Instant now) {
        return em.createQuery(
                        "select s from Session s where s.publisherId = :publisher"
                                + " order by s.used desc, s.created desc, s.id",
                        Session.class)
                .setParameter("publisher", publisherId)
                .getResultStream()
                .filter(s -> !s.isOver(now))
                .toList();
    }

    /** Signs out; one that is none is ignored. */
    public void close(@Nullable String text) {
        byText(text).ifPresent(em::remove);
    }

    /** Ends one; false where the publisher has none of this id. */
    public boolean close(UUID publisherId, UUID sessionId) {
        return em.createQuery(
                                "delete from Session s where s.publisherId = :publisher"
                                        + " and s.id = :id")
                        .setParameter("publisher", publisherId)
                        .setParameter("id", sessionId)
                        .executeUpdate()
                == 1;
    }

    /**
     * Ends all of a publisher.
     *
     * @param except one that stays; null for none
     */
    public void closeAll(UUID publisherId, @Nullable UUID except) {
        em.createQuery(
                        "delete from Session s where s.publisherId = :publisher"
                                + " and s.id <> :except")
                .setParameter("publisher", publisherId)
                .setParameter("except", except == null ? new UUID(0, 0) : except)
                .executeUpdate();
    }

    private Optional<Session> byText(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(t ->
                        em.createQuery(
                                        "select s from Session s where s.hash = :hash",
                                        Session.class)
                                .setParameter("hash", Secret.hash(t))
                                .getResultStream()
                                .findFirst());
    }

    /** Forgets those that have ended. */
    public void sweep(Instant now) {
        em.createQuery("delete from Session s where s.created < :born or s.used < :used")
                .setParameter("born", now.minus(LIFE))
                .setParameter("used", now.minus(IDLE))
                .executeUpdate();
    }

    private static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }
}
