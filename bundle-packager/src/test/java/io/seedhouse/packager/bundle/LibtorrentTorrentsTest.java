package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.verifying.Flaw;
import io.seedhouse.packager.verifying.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torrents of every kind that libtorrent makes are read, understood alike and verified. */
class LibtorrentTorrentsTest {
    private static final int PIECE = 64 << 10;

    @TempDir static Path folder;

    private static List<String> infohashes;

    @BeforeAll
    static void makeThem() throws Exception {
        Libtorrent.assumeAtHand();
        Path content = folder.resolve("Content");
        Samples.file(content.resolve("film.mkv"), 5 * PIECE + 7);
        Samples.file(content.resolve("sub/ä/last"), 3 * PIECE);
        Samples.file(content.resolve("empty"), 0);
        Samples.file(content.resolve(".hidden"), 300);
        Path program = Samples.file(content.resolve("run"), 99);
        assertTrue(program.toFile().setExecutable(true));
        infohashes = Libtorrent.run("make", content, folder);
    }

    @Test
    void aHybridWithATailPad() throws IOException {
        Metainfo read = check(0, Version.HYBRID);
        assertEquals(0, read.layout().length() % PIECE);
    }

    @Test
    void aHybridWithoutATailPad() throws IOException {
        check(LibtorrentProgram.CANONICAL_NO_TAIL, Version.HYBRID);
    }

    @Test
    void version1WithoutPads() throws IOException {
        Metainfo read = check(LibtorrentProgram.V1_ONLY, Version.V1);
        assertEquals(read.length(), read.layout().length());
    }

    @Test
    void version1WithPads() throws IOException {
        Metainfo read = check(LibtorrentProgram.V1_ONLY | LibtorrentProgram.CANONICAL, Version.V1);
        assertTrue(read.length() < read.layout().length());
    }

    @Test
    void version2Alone() throws IOException {
        check(LibtorrentProgram.V2_ONLY, Version.V2);
    }

    private static Metainfo check(int kind, Version version) throws IOException {
        Metainfo read = Metainfo.read(folder.resolve(kind + ".torrent"));
        assertEquals(version, read.version());
        assertTrue(
                infohashes.contains(kind + LibtorrentOracleTest.hashes(read)),
                infohashes.toString());
        assertEquals(
                Set.of(".hidden", "empty", "film.mkv", "run", "sub/ä/last"),
                read.files().stream().map(TorrentFile::path).collect(Collectors.toSet()));
        TorrentFile program =
                read.files().stream().filter(f -> f.path().equals("run")).findFirst().orElseThrow();
        assertEquals(Set.of(Attribute.EXECUTABLE), program.attributes());
        findsDamage(read);
        return read;
    }

    private static void findsDamage(Metainfo torrent) throws IOException {
        assertEquals(List.of(), new Verifier(torrent).verify(folder, bytes -> {}));
        Path last = folder.resolve("Content/sub/ä/last");
        byte[] whole = Files.readAllBytes(last);
        Samples.damage(last, 3 * PIECE - 1);
        List<Flaw> flaws = new Verifier(torrent).verify(folder, bytes -> {});
        Files.write(last, whole);
        assertTrue(
                flaws.stream()
                        .anyMatch(flaw ->
                                flaw instanceof Flaw.Damaged(String path, var ranges)
                                        && path.equals("sub/ä/last")
                                        && ranges.getLast().to() == 3 * PIECE - 1),
                flaws.toString());
    }
}
