package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Infohash;
import jakarta.ejb.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;

/**
 * Keeps each swarm's completed count in its row, so that it survives a restart. A singleton, so
 * that {@link Upkeep} can still write through it while the server stops.
 */
@Singleton
public class CompletedCounts {
    @PersistenceContext EntityManager rows;

    /** Writes counts by v1 infohash, all or none; a count never falls. */
    public void write(Map<Infohash, Long> counts) {
        counts.forEach(this::write);
    }

    private void write(Infohash v1, long completed) {
        rows.createQuery(
                        "update TorrentRow t set t.completed = :completed"
                                + " where t.infohashV1 = :v1 and t.completed < :completed")
                .setParameter("completed", completed)
                .setParameter("v1", v1.hex())
                .executeUpdate();
    }
}
