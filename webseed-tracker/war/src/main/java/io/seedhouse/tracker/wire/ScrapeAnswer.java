package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeString;
import java.util.Map;

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
        BencodeDictionary.Builder byInfohash = BencodeDictionary.builder();
        files.forEach((infohash, counts) ->
                byInfohash.put(
                        BencodeString.of(infohash.latin1().getBytes(ISO_8859_1)),
                        dictionary(counts)));
        return BencodeDictionary.builder().put("files", byInfohash.build()).build().encode();
    }

    private static BencodeDictionary dictionary(Counts counts) {
        return BencodeDictionary.builder()
                .put("complete", counts.seeders())
                .put("downloaded", counts.completed())
                .put("incomplete", counts.leechers())
                .build();
    }
}
