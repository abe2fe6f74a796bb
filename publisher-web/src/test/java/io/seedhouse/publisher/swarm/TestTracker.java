package io.seedhouse.publisher.swarm;

import io.seedhouse.tracker.api.Deliveries;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.api.Torrents;
import java.util.Optional;
import java.util.UUID;

/** A tracker that says of every bundle what it is told to. */
final class TestTracker implements Torrents, Deliveries {
    volatile Delivered delivered = new Delivered(0, 0, 1);
    volatile Swarm swarm = new Swarm(0, 0, 0);

    @Override
    public Optional<Delivered> of(UUID bundleId) {
        return Optional.of(delivered);
    }

    @Override
    public Optional<Swarm> swarm(UUID bundleId) {
        return Optional.of(swarm);
    }

    @Override
    public void admit(Torrent torrent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retire(UUID bundleId, String reason) {
        throw new UnsupportedOperationException();
    }
}
