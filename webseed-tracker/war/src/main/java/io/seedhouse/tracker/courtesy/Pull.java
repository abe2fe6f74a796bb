package io.seedhouse.tracker.courtesy;

/**
 * A request, as far as it matters for its speed.
 *
 * @param bytes asked for
 * @param player whether it carries a player's token
 */
public record Pull(long bytes, boolean player) {}
