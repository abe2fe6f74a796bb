package io.seedhouse.publisher.library;

import io.seedhouse.publisher.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Browsers in which a library is open, for {@link #LIFE} or until they sign out. */
@ApplicationScoped
@Transactional
class LibrarySessions {
    static final Duration LIFE = Duration.ofDays(30);

    @PersistenceContext EntityManager em;

    /** The token of a new session, for its cookie. It cannot be read again. */
    String open(String email, Instant now) {
        String token = Secret.random();
        em.persist(new LibrarySession(Secret.hash(token), email, now, now.plus(LIFE)));
        return token;
    }

    /**
     * The address whose library a browser may see.
     *
     * @param token what its cookie says; null without one
     */
    Optional<String> email(@Nullable String token, Instant now) {
        return Optional.ofNullable(token)
                .map(t -> em.find(LibrarySession.class, Secret.hash(t)))
                .filter(session -> !session.isOver(now))
                .map(LibrarySession::email);
    }

    /** Signs out; one that is none is ignored. */
    void close(@Nullable String token) {
        Optional.ofNullable(token)
                .map(t -> em.find(LibrarySession.class, Secret.hash(t)))
                .ifPresent(em::remove);
    }

    void sweep(Instant now) {
        em.createQuery("delete from LibrarySession s where s.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
