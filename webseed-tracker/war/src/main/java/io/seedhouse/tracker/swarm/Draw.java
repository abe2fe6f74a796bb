package io.seedhouse.tracker.swarm;

/**
 * Random numbers for choosing peers: xorshift64* (Marsaglia, Vigna). Quick and even; nothing secret
 * depends on them. Each thread has its own.
 */
final class Draw {
    private long state;

    Draw(long seed) {
        state = seed == 0 ? 1 : seed;
    }

    /** From 0 to {@code bound} - 1, evenly but for one part in four billion. */
    int below(int bound) {
        return (int) ((bits() >>> 32) * bound >>> 32);
    }

    /** 64 bits. */
    long bits() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545f4914f6cdd1dL;
    }
}
