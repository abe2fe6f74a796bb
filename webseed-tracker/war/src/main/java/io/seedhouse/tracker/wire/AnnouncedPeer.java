package io.seedhouse.tracker.wire;

/**
 * A peer as an answer names it.
 *
 * @param id the 20 bytes the client chose for itself, one character each
 */
public record AnnouncedPeer(PeerAddress address, String id) {}
