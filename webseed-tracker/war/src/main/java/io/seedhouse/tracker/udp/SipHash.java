package io.seedhouse.tracker.udp;

/**
 * SipHash-2-4 (Aumasson, Bernstein, 2012): a short keyed hash that nobody without the key can
 * predict. Only for messages of exactly three words of eight bytes, read little-endian.
 */
final class SipHash {
    private final long k0;
    private final long k1;

    SipHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    long of(long first, long second, long third) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        long word = first;
        for (int i = 0; i < 5; i++) {
            boolean last = i == 4;
            v3 ^= last ? 0 : word;
            v2 ^= last ? 0xff : 0;
            for (int round = last ? 4 : 2; round > 0; round--) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= last ? 0 : word;
            word = i == 0 ? second : i == 1 ? third : 24L << 56; // the message's length ends it
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
