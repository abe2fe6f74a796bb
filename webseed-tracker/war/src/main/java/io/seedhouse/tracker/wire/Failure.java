package io.seedhouse.tracker.wire;

import io.seedhouse.packager.bencode.BencodeDictionary;

/**
 * What a tracker says instead of an answer (BEP 3, {@code failure reason}).
 *
 * @param reason one sentence in ASCII, shown to the person by their client
 */
public record Failure(String reason) {

    /** In bencoding. */
    public byte[] encoded() {
        return BencodeDictionary.builder().put("failure reason", reason).build().encode();
    }
}
