package io.seedhouse.tracker.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SipHashTest {
    /** Entry 24 of the reference implementation's vectors: key and message count up from zero. */
    @Test
    void hashesTheReferenceVectorOf24Bytes() {
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        long expected = Long.reverseBytes(0x94af49f6c650adb8L);
        assertEquals(
                expected, hash.of(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, 0x1716151413121110L));
    }
}
