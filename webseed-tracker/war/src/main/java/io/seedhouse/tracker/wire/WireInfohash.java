package io.seedhouse.tracker.wire;

import io.seedhouse.tracker.api.Infohash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The 20 bytes by which clients name a torrent: a v1 infohash, or the first 20 bytes of a v2 one
 * (BEP 52, "truncated").
 *
 * @param latin1 the bytes, one character each
 */
public record WireInfohash(String latin1) {
    /** Length in bytes, whatever the version. */
    public static final int LENGTH = 20;

    public WireInfohash {
        if (latin1.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "an infohash on the wire has 20 bytes, not " + latin1.length());
        }
    }

    /** The wire's form of a torrent's infohash, cut to 20 bytes when it is longer. */
    public static WireInfohash of(Infohash infohash) {
        byte[] bytes = HexFormat.of().parseHex(infohash.hex());
        return new WireInfohash(new String(bytes, 0, LENGTH, StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }
}
