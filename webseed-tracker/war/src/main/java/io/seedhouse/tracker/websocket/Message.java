package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.WireInfohash;
import java.util.List;

/** What a client says. Identifiers are 20 bytes, one in each character, as JSON carries them. */
sealed interface Message {
    /**
     * It takes part, or no more.
     *
     * @param complete whether nothing is left; unknown means no
     * @param offers as many as it wants answered, at most {@link #MOST_OFFERS}
     */
    record Announce(
            WireInfohash infohash,
            String peerId,
            AnnounceEvent event,
            boolean complete,
            List<Offer> offers)
            implements Message {
        /** Offers carried for one announce; clients send five or ten. */
        static final int MOST_OFFERS = 10;
    }

    /** It takes up an offer that it was sent. */
    record Answer(
            WireInfohash infohash,
            String peerId,
            String toPeerId,
            String offerId,
            Description description)
            implements Message {}

    /** It asks for numbers; about no torrent at all when the list is empty. */
    record Scrape(List<WireInfohash> infohashes) implements Message {}
}
