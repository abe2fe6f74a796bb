package io.seedhouse.paygate.sandbox.call;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs the work of each idempotency key once and answers every repeat with the first answer, also
 * when that was a refusal. Source: docs.stripe.com/api/idempotent_requests.
 *
 * <p>The key is claimed by a row of its own; the work and its answer are then committed together.
 * Whoever finds a claim without an answer is told to come back; a claim older than a minute is of a
 * server that died over it, and the work is done anew, because nothing of it was committed.
 */
public record Idempotency(Database database, SandboxClock clock) {
    private static final int LONGEST_KEY = 255;
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The answer to a call, its own or the first one's of the same key. */
    public Answer once(Call call, Work work) {
        var key = call.key();
        if (key.isEmpty()) {
            return database.inTransaction(db -> Answer.done(work.run(db)));
        }
        check(key.get());
        forgetStale(key.get());
        var known = find(key.get());
        return known.isEmpty() && claim(key.get(), call)
                ? execute(key.get(), work)
                : repeat(key.get(), call).with("Idempotent-Replayed", "true");
    }

    private static void check(String key) {
        if (key.length() > LONGEST_KEY) {
            throw StripeRefusal.of(
                    null,
                    null,
                    "Idempotency keys can have at most 255 characters; send a shorter one.");
        }
    }

    private boolean claim(String key, Call call) {
        try {
            database.inTransaction(db -> {
                db.persist(new RememberedCall(key, call, clock.now(db)));
                return key;
            });
            return true;
        } catch (PersistenceException taken) {
            return false;
        }
    }

    private Answer repeat(String key, Call call) {
        var known = find(key).orElseThrow(StripeRefusal::keyInUse);
        if (!known.isOf(call)) {
            throw StripeRefusal.reusedKey(call.path(), known.path());
        }
        return known.answer().orElseThrow(StripeRefusal::keyInUse);
    }

    private Optional<RememberedCall> find(String key) {
        return database.inTransaction(
                db -> Optional.ofNullable(db.find(RememberedCall.class, key)));
    }

    private Answer execute(String key, Work work) {
        try {
            return database.inTransaction(db -> keep(db, key, Answer.done(work.run(db))));
        } catch (StripeRefusal refusal) {
            return database.inTransaction(db -> keep(db, key, refusal.toAnswer()));
        } catch (RuntimeException broken) {
            forget(key);
            throw broken;
        }
    }

    private static Answer keep(EntityManager db, String key, Answer answer) {
        var claim = db.find(RememberedCall.class, key);
        if (claim == null) {
            throw StripeRefusal.keyInUse();
        }
        claim.answer(answer);
        return answer;
    }

    private void forget(String key) {
        database.inTransaction(db ->
                db.createQuery("delete from RememberedCall c where c.id = :key")
                        .setParameter("key", key)
                        .executeUpdate());
    }

    private void forgetStale(String key) {
        database.inTransaction(db -> {
            var now = clock.now(db);
            return db.createQuery(
                            "delete from RememberedCall c where c.id = :key and (c.created <= :old"
                                    + " or c.status is null and c.created <= :dead)")
                    .setParameter("key", key)
                    .setParameter("old", now.minus(MEMORY))
                    .setParameter("dead", now.minus(PATIENCE))
                    .executeUpdate();
        });
    }

    /** Forgets every key that is old enough. */
    public static void forget(EntityManager db, Instant now) {
        db.createQuery("delete from RememberedCall c where c.created <= :old")
                .setParameter("old", now.minus(MEMORY))
                .executeUpdate();
    }
}
