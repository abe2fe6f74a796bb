package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Swarm;
import io.seedhouse.tracker.wire.WireInfohash;

/** What an admitted infohash on the wire stands for. */
public record Announced(WireInfohash infohash, Swarm swarm, InfohashVersion version) {}
