package io.seedhouse.tracker.wire;

import io.seedhouse.packager.bencode.BencodeDictionary;

/**
 * What a tracker says instead of an answer (BEP 3, {@code failure reason}).
 *
 * @param reason one sentence in ASCII, shown to the person by their client
 */
public record Failure(String reason) {
    /** What is said of a torrent that is not admitted. */
    public static final Failure NOT_SERVED =
            new Failure(
                    "This tracker does not serve that torrent; get the current .torrent from its"
                            + " publisher.");

    /** In bencoding. */
    public byte[] encoded() {
        return BencodeDictionary.builder().put("failure reason", reason).build().encode();
    }
}
