package io.seedhouse.paygate.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions of the server. */
@ApplicationScoped
public class JtaDatabase implements Database {
    @PersistenceContext(unitName = "paygate")
    EntityManager db;

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
        T result = work.apply(db);
        db.flush();
        return result;
    }
}
