package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;

/**
 * Seals identities anew under the key that seals now, a hundred in a transaction. Each row changes
 * only while it is as it was read, so any number of servers may do this at once, beside buyers who
 * read; stopped at any moment it leaves rows that open, some under the one key and some under the
 * other.
 */
record Rewrap(Database database, KeyFile keys) {
    static final int BATCH = 100;

    /** Those that nobody wrote down the key of: rows of a version before rotation. */
    int unnamed() {
        return each(db -> rows(db, "i.keyId is null"));
    }

    /** Those sealed under this key. */
    int from(int keyId) {
        return each(db -> rows(db, "i.keyId = :from").setParameter("from", keyId));
    }

    /** At most one batch of those sealed under this key. */
    int someFrom(int keyId) {
        return batch(db -> rows(db, "i.keyId = :from").setParameter("from", keyId));
    }

    private int each(Function<EntityManager, TypedQuery<SealedIdentity>> rows) {
        int sum = 0;
        for (int some = batch(rows); some > 0; some = batch(rows)) {
            sum += some;
        }
        return sum;
    }

    private int batch(Function<EntityManager, TypedQuery<SealedIdentity>> rows) {
        return database.inTransaction(db -> {
            int to = KeyRegister.sealing(db);
            List<SealedIdentity> some = rows.apply(db).setMaxResults(BATCH).getResultList();
            some.forEach(identity -> wrap(db, identity, to));
            return some.size();
        });
    }

    /** All take rows in this order, so that two who do this at once never wait for each other. */
    private static TypedQuery<SealedIdentity> rows(EntityManager db, String which) {
        return db.createQuery(
                        "select i from SealedIdentity i where %s order by i.bundleId, i.fileId"
                                .formatted(which),
                        SealedIdentity.class)
                .setHint("org.hibernate.readOnly", true);
    }

    void wrap(EntityManager db, SealedIdentity identity, int to) {
        var sealer = keys.now();
        var key = identity.key();
        var secret = sealer.unseal(identity.keyId(), key, identity.sealed());
        db.createQuery(
                        "update SealedIdentity i set i.sealed = :sealed, i.keyId = :to"
                                + " where i.bundleId = :bundle and i.fileId = :file"
                                + " and i.sealed = :old")
                .setParameter("sealed", sealer.seal(to, key, secret))
                .setParameter("to", to)
                .setParameter("bundle", key.bundleId())
                .setParameter("file", key.fileId())
                .setParameter("old", identity.sealed())
                .executeUpdate();
    }
}
