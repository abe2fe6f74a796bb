package io.seedhouse.paygate.fact;

import io.seedhouse.paygate.api.Facts;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Passes facts on, in the caller's transaction. */
@Stateless
@Local(Facts.class)
public class FactBook implements Facts {
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "paygate")
    EntityManager db;

    /** For the container. */
    public FactBook() {}

    FactBook(EntityManager db) {
        this.db = db;
    }

    @Override
    public List<Fact> pending(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " is not from 1 to " + MOST);
        }
        return db.createQuery(
                        "select f from RecordedFact f where f.taken = false order by f.position",
                        RecordedFact.class)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(RecordedFact::toFact)
                .toList();
    }

    @Override
    public void take(List<UUID> factIds) {
        if (!factIds.isEmpty()) {
            db.createQuery("update RecordedFact f set f.taken = true where f.id in :ids")
                    .setParameter("ids", factIds)
                    .executeUpdate();
        }
    }
}
