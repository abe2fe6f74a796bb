package io.seedhouse.paygate.keyvault;

import static java.util.stream.Collectors.toMap;

import io.seedhouse.paygate.keyvault.RegisteredKey.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which keys this database uses, inside the caller's transaction. The database says so and not the
 * key file, because servers may have copies of the file that are not alike for a while; and it
 * cannot forget a key that an identity still needs (a foreign key).
 */
final class KeyRegister {
    private KeyRegister() {}

    static List<RegisteredKey> all(EntityManager db) {
        return db.createQuery("select k from RegisteredKey k order by k.since", RegisteredKey.class)
                .getResultList();
    }

    /** The same, and no other transaction changes a key until the end of this one. */
    private static Map<State, Integer> locked(EntityManager db) {
        return db.createQuery("select k from RegisteredKey k order by k.id", RegisteredKey.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(toMap(RegisteredKey::state, RegisteredKey::id));
    }

    static Optional<Integer> in(State state, EntityManager db) {
        return db.createQuery("select k.id from RegisteredKey k where k.state = :state", int.class)
                .setParameter("state", state)
                .getResultStream()
                .findFirst();
    }

    /**
     * The key to seal under.
     *
     * @throws IllegalStateException when there is none: the vault was not opened
     */
    static int sealing(EntityManager db) {
        return in(State.SEALING, db)
                .orElseThrow(() -> new IllegalStateException("no vault key was registered"));
    }

    /** Forgets all others; impossible once an identity was sealed. */
    static void begin(EntityManager db, int id, Instant now) {
        db.createQuery("delete from RegisteredKey").executeUpdate();
        db.persist(new RegisteredKey(id, State.SEALING, now));
    }

    /** Adds the key that will seal. False while a rotation is under way. */
    static boolean add(EntityManager db, int id, Instant now) {
        var keys = locked(db);
        if (keys.containsKey(State.NEXT) || keys.containsKey(State.RETIRED)) {
            return false;
        }
        db.persist(new RegisteredKey(id, State.NEXT, now));
        return true;
    }

    /** From now on every server seals under {@code next}, unless another call has seen to that. */
    static void promote(EntityManager db, int next, Instant now) {
        var keys = locked(db);
        if (Integer.valueOf(next).equals(keys.get(State.NEXT))) {
            move(db, State.SEALING, State.RETIRED, now);
            move(db, State.NEXT, State.SEALING, now);
        }
    }

    private static void move(EntityManager db, State from, State to, Instant now) {
        db.createQuery(
                        "update RegisteredKey k set k.state = :to, k.since = :now"
                                + " where k.state = :from")
                .setParameter("to", to)
                .setParameter("now", now)
                .setParameter("from", from)
                .executeUpdate();
    }

    /**
     * @throws jakarta.persistence.PersistenceException when an identity still needs it
     */
    static void strikeOff(EntityManager db, int id) {
        db.createQuery("delete from RegisteredKey k where k.id = :id and k.state = :retired")
                .setParameter("id", id)
                .setParameter("retired", State.RETIRED)
                .executeUpdate();
    }

    /** Those sealed under this key. */
    static long identities(EntityManager db, int id) {
        return db.createQuery(
                        "select count(i) from SealedIdentity i where i.keyId = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
