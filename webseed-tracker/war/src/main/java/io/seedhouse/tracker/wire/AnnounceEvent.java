package io.seedhouse.tracker.wire;

/** Why a client announces (BEP 3); {@code PERIODIC} is the one without a name. */
public enum AnnounceEvent {
    PERIODIC,
    STARTED,
    COMPLETED,
    STOPPED;

    /** Names we do not know, such as {@code paused} of BEP 21, are ordinary announces. */
    static AnnounceEvent named(String name) {
        return switch (name) {
            case "started" -> STARTED;
            case "completed" -> COMPLETED;
            case "stopped" -> STOPPED;
            default -> PERIODIC;
        };
    }
}
