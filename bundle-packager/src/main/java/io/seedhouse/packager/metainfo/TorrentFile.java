package io.seedhouse.packager.metainfo;

import java.util.Optional;
import java.util.Set;

/**
 * A file of a torrent; pads are none.
 *
 * @param path below the torrent's folder, with {@code /}; for a single-file torrent its name. Safe
 *     to resolve: no component is empty, {@code .} or {@code ..}, or holds a separator. It may hold
 *     any other character: see {@link Printable} before showing it
 * @param length in bytes, at least 0
 * @param attributes executable, hidden
 * @param v2 the hashes of its tree; empty for an empty file and in a torrent of version 1 alone
 */
public record TorrentFile(
        String path, long length, Set<Attribute> attributes, Optional<V2Hashes> v2) {}
