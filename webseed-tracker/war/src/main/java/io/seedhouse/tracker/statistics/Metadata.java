package io.seedhouse.tracker.statistics;

/** What the metadata peer does for those who come to it. */
public enum Metadata {
    /** Somebody greeted it and wants a torrent that is served. */
    GREETED,
    /** A piece of metadata was given. */
    SENT,
    /** A piece was asked for that there is not, or that was asked for too often. */
    REJECTED,
    /** One network had as many connections as it may. */
    CROWDED,
    /** The connection that came first made room for another. */
    EVICTED
}
