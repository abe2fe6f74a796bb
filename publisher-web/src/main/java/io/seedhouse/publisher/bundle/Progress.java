package io.seedhouse.publisher.bundle;

/**
 * How far a sealing is.
 *
 * @param doneBytes clear bytes worked through
 * @param totalBytes clear bytes altogether
 */
public record Progress(long doneBytes, long totalBytes) {}
