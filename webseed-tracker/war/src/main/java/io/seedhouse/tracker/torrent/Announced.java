package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.wire.WireInfohash;

/**
 * What an admitted infohash on the wire stands for.
 *
 * @param torrent one of those that have it: two bundles may hold the same
 */
public record Announced(
        WireInfohash infohash, Swarm swarm, InfohashVersion version, Torrent torrent) {}
