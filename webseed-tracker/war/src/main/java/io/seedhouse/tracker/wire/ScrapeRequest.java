package io.seedhouse.tracker.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * One scrape (BEP 48).
 *
 * @param infohashes 1 to {@link #MOST}
 */
public record ScrapeRequest(List<WireInfohash> infohashes) {
    /** Torrents one scrape may ask about. */
    public static final int MOST = 64;

    /**
     * Reads a scrape's query. A scrape of everything is refused: it would tell anyone what is
     * served here, drafts shared early included.
     *
     * @param rawQuery as it stood in the request line, without the question mark
     * @throws MalformedRequest when an infohash is not 20 bytes, or there are none or too many
     */
    public static ScrapeRequest parse(String rawQuery) throws MalformedRequest {
        List<String> named = Query.parse(rawQuery).all("info_hash");
        if (named.isEmpty()) {
            throw new MalformedRequest(
                    "This tracker gives no list of its torrents; name one with info_hash.");
        }
        if (named.size() > MOST) {
            throw new MalformedRequest(
                    "A scrape may ask about " + MOST + " torrents, not " + named.size() + ".");
        }
        List<WireInfohash> infohashes = new ArrayList<>();
        for (String value : named) {
            infohashes.add(Parameters.ofLatin1(Parameters.twentyBytes("info_hash", value)));
        }
        return new ScrapeRequest(infohashes);
    }
}
