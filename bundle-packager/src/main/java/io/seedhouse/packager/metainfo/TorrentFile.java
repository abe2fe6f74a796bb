package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.hashing.FileHashes;

/**
 * A file of a torrent, pads aside.
 *
 * @param path below the torrent's folder, with {@code /}; for a single-file torrent its name
 * @param length in bytes
 * @param hashes v1 and v2 together; both copies of the last piece are the same where the torrent
 *     tells only one of them
 * @param padded whether the v1 last piece is filled up with zeros
 */
public record TorrentFile(String path, long length, FileHashes hashes, boolean padded) {}
