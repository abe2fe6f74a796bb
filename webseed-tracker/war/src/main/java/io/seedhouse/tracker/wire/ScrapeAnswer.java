package io.seedhouse.tracker.wire;

import java.util.SortedMap;

/** The answer to a scrape (BEP 48): the torrents we know of those asked about. */
public record ScrapeAnswer(SortedMap<WireInfohash, Counts> files) {
    private static final byte[] FILES = Bencoder.piece("d5:filesd");
    private static final byte[] COMPLETE = Bencoder.piece("d8:complete");
    private static final byte[] DOWNLOADED = Bencoder.piece("10:downloaded");
    private static final byte[] DOWNLOADERS = Bencoder.piece("11:downloaders");
    private static final byte[] INCOMPLETE = Bencoder.piece("10:incomplete");
    private static final byte[] END = Bencoder.piece("e");

    /**
     * One swarm in numbers.
     *
     * @param leechers peers that have not everything, partial seeds among them
     * @param completed downloads ever finished
     * @param downloaders leechers without partial seeds (BEP 21)
     */
    public record Counts(int seeders, int leechers, long completed, int downloaders) {}

    /** In bencoding. */
    public void writeTo(Bencoder out) {
        out.put(FILES);
        files.forEach((infohash, counts) -> {
            out.string(infohash.bytes(), WireInfohash.LENGTH)
                    .put(COMPLETE)
                    .number(counts.seeders());
            out.put(DOWNLOADED).number(counts.completed());
            out.put(DOWNLOADERS).number(counts.downloaders());
            out.put(INCOMPLETE).number(counts.leechers()).put(END);
        });
        out.put(END).put(END);
    }
}
