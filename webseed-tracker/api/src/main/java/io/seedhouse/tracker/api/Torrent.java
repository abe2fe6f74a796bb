package io.seedhouse.tracker.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A torrent to be served. Its content lies in {@code SEEDHOUSE_HOME/content/{bundleId}/{name}}, and
 * its metadata in {@code SEEDHOUSE_HOME/torrents/{bundleId}.torrent}, of which the tracker hands
 * the info dictionary to whoever has only a magnet link; where that file is missing it hands out
 * none.
 *
 * @param v1 SHA-1 infohash
 * @param v2 SHA-256 infohash of a hybrid; null for a v1 torrent
 * @param name the torrent's own name: its top folder, or its only file
 */
public record Torrent(UUID bundleId, Infohash v1, @Nullable Infohash v2, String name) {}
