package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Torrent;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one transaction will have changed in the index once it has committed, and only then. There
 * is one for each transaction, holding the last word on each bundle, because the order in which a
 * transaction manager calls several synchronizations is its own affair.
 */
final class ChangesOnCommit implements Synchronization {
    private final AdmittedTorrents admitted;
    private final Map<UUID, Runnable> changes = new LinkedHashMap<>();
    private final Map<UUID, Runnable> locks = new LinkedHashMap<>();

    private ChangesOnCommit(AdmittedTorrents admitted) {
        this.admitted = admitted;
    }

    /** Those of the running transaction, made at the first call. */
    static ChangesOnCommit of(
            TransactionSynchronizationRegistry transaction, AdmittedTorrents admitted) {
        if (transaction.getResource(ChangesOnCommit.class) instanceof ChangesOnCommit begun) {
            return begun;
        }
        ChangesOnCommit begun = new ChangesOnCommit(admitted);
        transaction.putResource(ChangesOnCommit.class, begun);
        transaction.registerInterposedSynchronization(begun);
        return begun;
    }

    void admit(Torrent torrent, long completed) {
        changes.put(torrent.bundleId(), () -> admitted.put(torrent, completed));
    }

    void retire(Torrent torrent, String reason) {
        changes.put(torrent.bundleId(), () -> admitted.retire(torrent, reason));
    }

    void lock(UUID bundleId, @Nullable Instant moment) {
        locks.put(bundleId, () -> admitted.lock(bundleId, moment));
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            locks.values().forEach(Runnable::run); // nothing is served before it is locked
            changes.values().forEach(Runnable::run);
        }
    }
}
