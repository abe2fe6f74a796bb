package io.seedhouse.tracker.wire;

/** Why a client announces (BEP 3); {@code PERIODIC} is the one without a name. */
public enum AnnounceEvent {
    PERIODIC(""),
    STARTED("started"),
    COMPLETED("completed"),
    STOPPED("stopped"),
    /** It has what it wants of the torrent, and fetches no more (BEP 21). */
    PAUSED("paused");

    private static final AnnounceEvent[] ALL = values();

    private final long word;

    AnnounceEvent(String name) {
        this.word = Query.word(name);
    }

    /** Names we do not know are ordinary announces. */
    static AnnounceEvent named(long word) {
        for (AnnounceEvent event : ALL) {
            if (event.word == word) {
                return event;
            }
        }
        return PERIODIC;
    }
}
