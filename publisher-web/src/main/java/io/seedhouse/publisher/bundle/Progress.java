package io.seedhouse.publisher.bundle;

/**
 * How far a sealing is.
 *
 * @param doneBytes uploaded bytes worked through
 * @param totalBytes uploaded bytes altogether; twice that for a v1 torrent, which takes two passes
 */
public record Progress(long doneBytes, long totalBytes) {}
