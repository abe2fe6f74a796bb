package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seedhouse.packager.metainfo.Metainfo;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libtorrent4j.TorrentInfo;

/** libtorrent, the reference client for hybrids, must see our torrents as we do. */
class LibtorrentOracleTest {
    @TempDir Path folder;

    @BeforeAll
    static void onlyWhereItsNativeHalfIsAtHand() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(system.equals("Linux amd64"), "libtorrent is at hand for Linux amd64 only");
    }

    @ParameterizedTest
    @CsvSource({
        "65536, a 1",
        "65536, a 0 b 5",
        "65536, a 5 b 0",
        "65536, a 5 b 0 c 0",
        "65536, a 5 b 0 c 0 d 7 e 0",
        "65536, a 65536 b 65537 c 65535",
        "65536, a 131072 b 131072",
        "65536, a/z 70000 a! 70000 b 3 README.txt 600",
        "65536, free/teaser.mp4 300000 locked/film.mp4.age 1000000 README.txt 600",
        "1048576, free/teaser.mp4 3000000 locked/film.mp4.age 5000000 locked/s/e1.age 1048576",
        "16384, x 16383 y 16384 z 16385 ä 40000",
    })
    void computesTheSameInfohashes(int pieceLength, String files)
            throws IOException, InterruptedException {
        Metainfo ours = Bundles.make(folder, "Bundle", pieceLength, lengths(files));
        Path torrent = Files.write(folder.resolve("torrent"), ours.bytes());
        String expected =
                ours.infohashV1Hex().orElseThrow() + " " + ours.infohashV2Hex().orElseThrow();
        assertEquals(
                List.of("read " + expected, "made " + expected),
                libtorrent(torrent, folder.resolve("Bundle"), pieceLength));
    }

    private static List<String> libtorrent(Path torrent, Path bundle, int pieceLength)
            throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"));
        ProcessBuilder command =
                new ProcessBuilder(
                        java.resolve("bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlibtorrent4j.jni.path=" + System.getProperty("libtorrent4j.jni.path"),
                        "-cp",
                        classPath(LibtorrentInfohashes.class) + ":" + classPath(TorrentInfo.class),
                        LibtorrentInfohashes.class.getName(),
                        torrent.toString(),
                        bundle.toString(),
                        Integer.toString(pieceLength));
        // Chains the handlers that libtorrent4j installs with those of the Java runtime.
        command.environment().put("LD_PRELOAD", java.resolve("lib/libjsig.so").toString());
        Process process = command.redirectErrorStream(true).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "libtorrent took too long");
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    private static String classPath(Class<?> type) {
        return Path.of(
                        URI.create(
                                type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
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
