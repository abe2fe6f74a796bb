package io.seedhouse.tracker.torrent;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller's transaction without an application server: a real one of the database, whose end is
 * told to whoever registered, last registered first as Narayana does.
 */
final class CallersTransaction implements TransactionSynchronizationRegistry {
    private final EntityManager rows;
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> registered = new ArrayList<>();

    CallersTransaction(EntityManager rows) {
        this.rows = rows;
    }

    void begin() {
        rows.getTransaction().begin();
    }

    void commit() {
        registered.forEach(Synchronization::beforeCompletion);
        rows.getTransaction().commit();
        end(Status.STATUS_COMMITTED);
    }

    void rollback() {
        rows.getTransaction().rollback();
        end(Status.STATUS_ROLLEDBACK);
    }

    private void end(int status) {
        rows.clear();
        registered.reversed().forEach(each -> each.afterCompletion(status));
        registered.clear();
        resources.clear();
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        registered.add(synchronization);
    }

    @Override
    public Object getTransactionKey() {
        return rows.getTransaction();
    }

    @Override
    public int getTransactionStatus() {
        return Status.STATUS_ACTIVE;
    }

    @Override
    public void setRollbackOnly() {
        rows.getTransaction().setRollbackOnly();
    }

    @Override
    public boolean getRollbackOnly() {
        return rows.getTransaction().getRollbackOnly();
    }
}
