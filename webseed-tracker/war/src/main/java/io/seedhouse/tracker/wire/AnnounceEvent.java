package io.seedhouse.tracker.wire;

/** Why a client announces (BEP 3); {@code PERIODIC} is the one without a name. */
public enum AnnounceEvent {
    PERIODIC,
    STARTED,
    COMPLETED,
    STOPPED,
    /** It has what it wants of the torrent, and fetches no more (BEP 21). */
    PAUSED;

    /** Names we do not know are ordinary announces. */
    static AnnounceEvent named(String name) {
        return switch (name) {
            case "started" -> STARTED;
            case "completed" -> COMPLETED;
            case "stopped" -> STOPPED;
            case "paused" -> PAUSED;
            default -> PERIODIC;
        };
    }
}
