package io.seedhouse.tracker.wire;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answer to a scrape (BEP 48): the torrents we know of those asked about. */
public record ScrapeAnswer(Map<WireInfohash, Counts> files) {

    /**
     * One swarm in numbers.
     *
     * @param completed downloads ever finished
     */
    public record Counts(int seeders, int leechers, long completed) {}

    /** In bencoding. */
    public byte[] encoded() {
        SortedMap<String, Object> byHash = new TreeMap<>();
        files.forEach((infohash, counts) -> byHash.put(infohash.latin1(), dictionary(counts)));
        return Bencoding.of(new TreeMap<>(Map.of("files", byHash)));
    }

    private static SortedMap<String, Object> dictionary(Counts counts) {
        SortedMap<String, Object> entry = new TreeMap<>();
        entry.put("complete", counts.seeders());
        entry.put("downloaded", counts.completed());
        entry.put("incomplete", counts.leechers());
        return entry;
    }
}
