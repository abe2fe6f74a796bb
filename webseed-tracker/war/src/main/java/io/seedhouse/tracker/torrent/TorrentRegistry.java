package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.api.Torrents;
import io.seedhouse.tracker.wire.ScrapeAnswer;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Admits and retires torrents for other modules, as part of the caller's transaction. A singleton
 * only so that the first call, whichever module makes it, waits for {@link TrackerStartup}.
 */
@Singleton
@DependsOn("TrackerStartup")
@Lock(LockType.READ)
@Local(Torrents.class)
public class TorrentRegistry implements Torrents {
    @PersistenceContext EntityManager rows;

    @Resource TransactionSynchronizationRegistry transaction;

    @Inject AdmittedTorrents admitted;

    @Override
    public void admit(Torrent torrent) {
        TorrentRow row = rows.find(TorrentRow.class, torrent.bundleId());
        if (row == null) {
            row = new TorrentRow(torrent);
            rows.persist(row);
        } else if (row.torrent().equals(torrent)) {
            row.admitAgain();
        } else {
            row.become(torrent);
        }
        changes().admit(torrent, row.completed());
    }

    @Override
    public void retire(UUID bundleId, String reason) {
        requireSentence(reason);
        TorrentRow row = rows.find(TorrentRow.class, bundleId);
        if (row != null) {
            long completed = swarm(bundleId).map(Torrents.Swarm::completed).orElse(0L);
            row.retire(reason, completed);
            changes().retire(row.torrent(), reason);
        }
    }

    @Override
    public void lockUntil(UUID bundleId, @Nullable Instant moment) {
        TorrentRow row = rows.find(TorrentRow.class, bundleId);
        if (row != null) {
            row.lockUntil(moment);
            changes().lock(bundleId, moment);
        }
    }

    private static void requireSentence(String reason) {
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a reason has 1 to %d characters, none a control character, not: %s"
                            .formatted(LONGEST_REASON, reason));
        }
    }

    @Override
    public Optional<Torrents.Swarm> swarm(UUID bundleId) {
        return admitted.counts(bundleId).map(TorrentRegistry::inNumbers);
    }

    private static Torrents.Swarm inNumbers(ScrapeAnswer.Counts counts) {
        return new Torrents.Swarm(counts.seeders(), counts.leechers(), counts.completed());
    }

    private ChangesOnCommit changes() {
        return ChangesOnCommit.of(transaction, admitted);
    }
}
