package io.seedhouse.tracker.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a tracker says instead of an answer (BEP 3, {@code failure reason}).
 *
 * @param reason one sentence in ASCII, shown to the person by their client
 */
public record Failure(String reason) {

    /** In bencoding. */
    public byte[] encoded() {
        return Bencoding.of(new TreeMap<>(Map.of("failure reason", reason)));
    }
}
