package io.seedhouse.tracker.wire;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeString;
import java.util.Map;

/** The answer to a scrape (BEP 48): the torrents we know of those asked about. */
public record ScrapeAnswer(Map<WireInfohash, Counts> files) {

    /**
     * One swarm in numbers.
     *
     * @param leechers peers that have not everything, partial seeds among them
     * @param completed downloads ever finished
     * @param downloaders leechers without partial seeds (BEP 21)
     */
    public record Counts(int seeders, int leechers, long completed, int downloaders) {}

    /** In bencoding. */
    public byte[] encoded() {
        BencodeDictionary.Builder byInfohash = BencodeDictionary.builder();
        files.forEach((infohash, counts) ->
                byInfohash.put(BencodeString.of(infohash.bytes()), dictionary(counts)));
        return BencodeDictionary.builder().put("files", byInfohash.build()).build().encode();
    }

    private static BencodeDictionary dictionary(Counts counts) {
        return BencodeDictionary.builder()
                .put("complete", counts.seeders())
                .put("downloaded", counts.completed())
                .put("downloaders", counts.downloaders())
                .put("incomplete", counts.leechers())
                .build();
    }
}
