package io.seedhouse.tracker.swarm;

/** What became of an announce; all of them are answered. */
public enum Outcome {
    /** The peer is remembered and told of others. */
    ANSWERED,
    /** It came again too soon and is told of nobody. */
    EARLY,
    /** It left. */
    STOPPED,
    /** Its address or network has too many peers in the swarm; told of others, not remembered. */
    CROWDED,
    /** No room at all; told of others, not remembered. */
    FULL
}
