package io.seedhouse.tracker.api;

import java.util.Optional;
import java.util.UUID;

/** The torrents this tracker answers for and its web seed serves; all others are refused. */
public interface Torrents {

    /** Admits a torrent at once, with no restart; admitting it again changes nothing. */
    void admit(Torrent torrent);

    /** Stops announcing and serving a bundle's torrent; unknown bundles are ignored. */
    void retire(UUID bundleId);

    /** The swarm of a bundle's torrent; empty when it is not admitted. */
    Optional<Swarm> swarm(UUID bundleId);

    /**
     * A swarm in numbers.
     *
     * @param seeders peers that have everything
     * @param leechers peers that still fetch
     * @param completed downloads ever finished
     */
    record Swarm(long seeders, long leechers, long completed) {}
}
