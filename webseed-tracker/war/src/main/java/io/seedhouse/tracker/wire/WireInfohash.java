package io.seedhouse.tracker.wire;

import io.seedhouse.tracker.api.Infohash;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The 20 bytes by which clients name a torrent: a v1 infohash, or the first 20 bytes of a v2 one
 * (BEP 52, "truncated"). Kept as numbers, big-endian, so that one on its way through the tracker
 * need not be an object.
 *
 * @param first bytes 0 to 7
 * @param second bytes 8 to 15
 * @param third bytes 16 to 19
 */
public record WireInfohash(long first, long second, int third) implements Comparable<WireInfohash> {
    /** Length in bytes, whatever the version. */
    public static final int LENGTH = 20;

    /**
     * @param bytes exactly {@link #LENGTH}
     */
    public static WireInfohash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "an infohash on the wire has 20 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new WireInfohash(buffer.getLong(), buffer.getLong(), buffer.getInt());
    }

    /** The wire's form of a torrent's infohash, cut to 20 bytes when it is longer. */
    public static WireInfohash of(Infohash infohash) {
        return of(HexFormat.of().parseHex(infohash.hex().substring(0, 2 * LENGTH)));
    }

    /** The 20 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(first).putLong(second).putInt(third).array();
    }

    /** By their bytes, unsigned: the order of keys in bencoding. */
    @Override
    public int compareTo(WireInfohash other) {
        int byFirst = Long.compareUnsigned(first, other.first);
        int bySecond = byFirst != 0 ? byFirst : Long.compareUnsigned(second, other.second);
        return bySecond != 0 ? bySecond : Integer.compareUnsigned(third, other.third);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
