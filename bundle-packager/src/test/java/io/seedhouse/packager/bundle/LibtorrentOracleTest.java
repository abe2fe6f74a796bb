package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Metainfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * libtorrent, the reference client for hybrids, must see our torrents as we do, and make the same
 * of the same files: hybrid and of version 1 alone.
 */
class LibtorrentOracleTest {
    @TempDir Path folder;

    @BeforeAll
    static void onlyWhereItsNativeHalfIsAtHand() {
        Libtorrent.assumeAtHand();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one byte, 65536, a 1",
        "an empty file first, 65536, a 0 b 5",
        "an empty file last, 65536, a 5 b 0",
        "two empty files last, 65536, a 5 b 0 c 0",
        "empty files between, 65536, a 5 b 0 c 0 d 7 e 0",
        "one piece and one byte more or less, 65536, a 65536 b 65537 c 65535",
        "exact multiples, 65536, a 131072 b 131072",
        "one leaf and one byte more or less, 65536, a 16384 b 16385 c 16383",
        "three leaves and five, 131072, a 49152 b 81920",
        "names that sort otherwise as paths, 65536, a/z 70000 a! 70000 b 3 README.txt 600",
        "a bundle, 65536, free/t.mp4 300000 locked/film.mp4.age 1000000 README.txt 600",
        "larger pieces, 1048576, free/t.mp4 3000000 locked/f.age 5000000 locked/s/e.age 1048576",
        "the least pieces, 16384, x 16383 y 16384 z 16385 ä 40000",
        "the greatest pieces, 16777216, a 16777217 b 100 c 33554432 d 16777216 e 3000000",
    })
    void computesTheSameInfohashes(String shape, int pieceLength, String files) throws Exception {
        compare(pieceLength, lengths(files));
    }

    @Test
    void computesTheSameForManySmallFiles() throws Exception {
        Map<String, Integer> files = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            files.put("folder " + i % 7 + "/file " + i, i * 137 % 40_000);
        }
        compare(16_384, files);
    }

    /** As deep as we make them. */
    @Test
    void computesTheSameForDeepFoldersAndVeryLongNames() throws Exception {
        String deep = Stream.generate(() -> "d").limit(94).collect(Collectors.joining("/"));
        compare(
                32_768,
                Map.of(
                        deep + "/film",
                        50_000,
                        "n".repeat(200),
                        33_000,
                        "映".repeat(66) + "/" + "é".repeat(100),
                        1));
    }

    /** libtorrent's Java side cannot pass such names, so it is told the folder only. */
    @Test
    void computesTheSameForNamesBeyondTheBasicPlane() throws Exception {
        Map<String, Integer> files = Map.of("\uff5e", 70_000, "\ud83c\udfac/映画", 70_000);
        Metainfo ours = Bundles.make(folder, "Bundle", 65_536, files);
        String expected = LibtorrentProgram.CANONICAL_NO_TAIL + hashes(ours);
        List<String> made = Libtorrent.run("make", folder.resolve("Bundle"), folder);
        assertTrue(made.contains(expected), made + " without " + expected);
    }

    @Test
    void computesTheSameForAttributesAndWhatIsSaidInTheInfoDictionary() throws Exception {
        BundleTorrent bundle =
                Bundles.torrent(folder, "Bundle", 65_536, Map.of("free/run", 70_000, "z", 7))
                        .attributes("free/run", Set.of(Attribute.EXECUTABLE))
                        .attributes("z", Set.of(Attribute.HIDDEN, Attribute.EXECUTABLE))
                        .privately()
                        .collections(List.of("Season 1"));
        compare(bundle.build(), LibtorrentProgram.CANONICAL_NO_TAIL);
        compare(bundle.buildV1(folder.resolve("Bundle"), bytes -> {}), LibtorrentProgram.V1_ONLY);
    }

    private void compare(int pieceLength, Map<String, Integer> files) throws Exception {
        BundleTorrent bundle = Bundles.torrent(folder, "Bundle", pieceLength, files);
        compare(bundle.build(), LibtorrentProgram.CANONICAL_NO_TAIL);
        compare(bundle.buildV1(folder.resolve("Bundle"), bytes -> {}), LibtorrentProgram.V1_ONLY);
    }

    private void compare(Metainfo ours, int flags) throws IOException, InterruptedException {
        Path torrent = Files.write(folder.resolve("torrent"), ours.bytes());
        assertEquals(
                List.of("read" + hashes(ours), "made" + hashes(ours)),
                Libtorrent.run("compare", torrent, folder, flags));
    }

    static String hashes(Metainfo torrent) {
        return Stream.of(torrent.infohashV1Hex(), torrent.infohashV2Hex())
                .map(hash -> hash.map(text -> " " + text).orElse(""))
                .collect(Collectors.joining());
    }

    private static Map<String, Integer> lengths(String text) {
        String[] words = text.split(" ");
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            lengths.put(words[i], Integer.valueOf(words[i + 1]));
        }
        return lengths;
    }
}
