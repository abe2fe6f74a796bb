package io.seedhouse.tracker.websocket;

/**
 * A connection that a peer offers to whomever the tracker chooses.
 *
 * @param id 20 bytes of the peer's choice, by which it knows the answer
 */
record Offer(String id, Description description) {}
