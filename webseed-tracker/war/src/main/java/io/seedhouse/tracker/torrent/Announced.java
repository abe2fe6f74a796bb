package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.swarm.InfohashVersion;
import io.seedhouse.tracker.swarm.Swarm;

/** What an admitted infohash on the wire stands for. */
public record Announced(Swarm swarm, InfohashVersion version) {}
