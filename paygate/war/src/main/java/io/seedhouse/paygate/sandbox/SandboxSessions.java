package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored sessions of the sandbox. */
@Dependent
class SandboxSessions {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Clock clock;

    @Inject
    SandboxSessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens a session, or answers the one that the same idempotency key opened before.
     *
     * @throws StripeRefusal when the key was used with other parameters
     */
    SandboxSession open(SessionForm form, @Nullable String idempotencyKey) {
        return ofKey(idempotencyKey)
                .map(known -> same(known, form))
                .orElseGet(() -> insert(form, idempotencyKey));
    }

    Optional<SandboxSession> find(String id) {
        return database.inTransaction(db -> Optional.ofNullable(db.find(SandboxSession.class, id)));
    }

    Instant now() {
        return clock.instant();
    }

    /** True for the one call that paid the session. */
    boolean pay(String id) {
        return database.inTransaction(db -> pay(db, id));
    }

    private boolean pay(EntityManager db, String id) {
        return db.createQuery(
                                "update SandboxSession s set s.status = :complete where s.id = :id"
                                        + " and s.status = :open and s.expires > :now")
                        .setParameter("complete", SandboxSession.COMPLETE)
                        .setParameter("id", id)
                        .setParameter("open", SandboxSession.OPEN)
                        .setParameter("now", now())
                        .executeUpdate()
                == 1;
    }

    private SandboxSession insert(SessionForm form, @Nullable String idempotencyKey) {
        var session = new SandboxSession(newId(), form, idempotencyKey, now());
        try {
            return database.inTransaction(db -> {
                db.persist(session);
                return session;
            });
        } catch (PersistenceException lostTheRace) {
            return same(ofKey(idempotencyKey).orElseThrow(() -> lostTheRace), form);
        }
    }

    private Optional<SandboxSession> ofKey(@Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return Optional.empty();
        }
        return database.inTransaction(db ->
                db.createQuery(
                                "select s from SandboxSession s where s.idempotencyKey = :key",
                                SandboxSession.class)
                        .setParameter("key", idempotencyKey)
                        .getResultStream()
                        .findFirst());
    }

    private static SandboxSession same(SandboxSession known, SessionForm form) {
        if (!known.requestHash().equals(form.hash())) {
            throw StripeRefusal.reusedKey();
        }
        return known;
    }

    /** Like Stripe's test sessions; 192 random bits, because who knows it can pay. */
    private static String newId() {
        var bits = new byte[24];
        RANDOM.nextBytes(bits);
        return "cs_test_" + HexFormat.of().formatHex(bits);
    }
}
