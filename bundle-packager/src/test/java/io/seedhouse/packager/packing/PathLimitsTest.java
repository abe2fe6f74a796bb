package io.seedhouse.packager.packing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.hashing.FileHasher;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import io.seedhouse.packager.sealing.SealedFile;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is refused is held to what can in fact not be read back. */
class PathLimitsTest {
    private static final int PIECE = 16 << 10;

    @Test
    void takesFoldersAsDeepAsATorrentCanHold() {
        int deepest = most(folders -> packs(folders, "d"));
        assertEquals(most(folders -> canBeMade(folders, "d")) - 1, deepest); // for libtorrent
        assertEquals(93, deepest);
    }

    /** The estimate may be a few folders short, never one too many. */
    @Test
    void takesLongNamesNearlyAsDeepAsCanBeRead() {
        for (int length : List.of(30, 40, 48)) {
            String name = "n".repeat(length);
            int deepest = most(folders -> packs(folders, name));
            int possible = most(folders -> canBeMade(folders, name));
            assertTrue(possible < 93, "it takes long names to get here");
            assertTrue(deepest <= possible && deepest > possible - 4, deepest + " of " + possible);
        }
    }

    @Test
    void refusesPathsLongerThanAnySystemTakes() {
        String name = "n".repeat(200);
        assertTrue(refusal(21, name, Version.V1).endsWith("4096 are the most; move it up"));
        assertDoesNotThrow(() -> check(20, name, Version.V1));
    }

    @Test
    void takesAnyDepthInAListOfVersion1() {
        assertDoesNotThrow(() -> check(300, "d", Version.V1));
    }

    private static int most(IntPredicate possible) {
        return IntStream.rangeClosed(1, 110).filter(possible.negate()).findFirst().orElseThrow()
                - 1;
    }

    private static boolean packs(int folders, String name) {
        try {
            check(folders, name, Version.HYBRID);
            return true;
        } catch (PackException e) {
            return false;
        }
    }

    private static boolean canBeMade(int folders, String name) {
        Input input = input(folders, name);
        var empty = new FileHasher(PIECE, 0).finish();
        try {
            new BundleTorrent("n", PIECE, List.of(new SealedFile(input.pathInTorrent(), 0, empty)))
                    .build();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String refusal(int folders, String name, Version version) {
        return Samples.message(
                assertThrows(PackException.class, () -> check(folders, name, version)));
    }

    private static void check(int folders, String name, Version version) throws PackException {
        Limits.check(List.of(input(folders, name)), PIECE, version);
    }

    private static Input input(int folders, String name) {
        String path = (name + "/").repeat(folders) + "f";
        Stamp stamp = new Stamp(0, FileTime.fromMillis(0), "");
        return new Input(Path.of(path), Access.FREE, path, stamp, Set.of(), List.of());
    }
}
