package io.seedhouse.publisher.bundle;

import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.api.Torrents;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stands in for the tracker, as {@link OffersInMemory} does for the paygate. */
public final class TorrentsInMemory implements Torrents {
    public final List<Torrent> admitted = new ArrayList<>();
    public final Map<UUID, String> retired = new HashMap<>();
    public final Map<UUID, Instant> locked = new HashMap<>();

    @Override
    public void admit(Torrent torrent) {
        retired.remove(torrent.bundleId());
        admitted.add(torrent);
    }

    @Override
    public void retire(UUID bundleId, String reason) {
        admitted.removeIf(t -> t.bundleId().equals(bundleId));
        retired.put(bundleId, reason);
    }

    @Override
    public void lockUntil(UUID bundleId, @Nullable Instant moment) {
        locked.remove(bundleId);
        if (moment != null) {
            locked.put(bundleId, moment);
        }
    }

    @Override
    public Optional<Swarm> swarm(UUID bundleId) {
        return Optional.empty();
    }
}
