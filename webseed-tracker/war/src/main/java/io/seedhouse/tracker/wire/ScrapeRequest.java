package io.seedhouse.tracker.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * One scrape (BEP 48).
 *
 * @param infohashes at most {@link #MOST}; none for a scrape of everything
 */
public record ScrapeRequest(List<WireInfohash> infohashes) {
    /** Torrents one scrape may ask about: as many as over UDP. */
    public static final int MOST = 74;

    private static final long INFO_HASH = Query.word("info_hash");

    /**
     * Reads a scrape's query.
     *
     * @param rawQuery as it stood in the request line, without the question mark
     * @throws MalformedRequest when an infohash is not 20 bytes, or there are too many
     */
    public static ScrapeRequest parse(String rawQuery) throws MalformedRequest {
        Query query = new Query(rawQuery);
        List<WireInfohash> infohashes = new ArrayList<>();
        while (query.hasNext()) {
            if (query.name() == INFO_HASH) {
                infohashes.add(query.infohash("info_hash"));
            }
            query.finish();
            if (infohashes.size() > MOST) {
                throw new MalformedRequest("A scrape may ask about " + MOST + " torrents.");
            }
        }
        return new ScrapeRequest(infohashes);
    }
}
