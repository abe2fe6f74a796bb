package io.seedhouse.packager.hashing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceLengthTest {
    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "16,1", "17,2", "32,2", "33,4", "128,8", "129,16", "5000,16"})
    void growsSoThatThereAreAtMostSixteenThousandPieces(long gib, int mib) {
        assertEquals(mib << 20, PieceLength.forTotal(gib * GIB));
    }

    @Test
    void refusesWhatNoTorrentMayUse() {
        for (int bad : new int[] {0, -1, 1, 8192, 1_000_000, 32 << 20}) {
            assertThrows(IllegalArgumentException.class, () -> PieceLength.check(bad));
        }
        assertEquals(16384, PieceLength.check(16384));
    }
}
