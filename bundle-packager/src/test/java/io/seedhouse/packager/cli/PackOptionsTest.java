package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.packager.metainfo.Metainfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackOptionsTest extends PackFixture {
    private final Identity studio = Identity.generate();
    private final Identity partner = Identity.generate();

    @Test
    void othersMayReadAFreeFileThatWasPrivateAndRunAProgram() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain"));
        String usual = permissions(plain);
        allow(teaser, "rw-------");
        Path program = Samples.file(folder.resolve("in/program"), 50);
        allow(program, "rwx------");

        pack("--free", teaser, program).succeeds();

        assertEquals(usual, permissions(out.resolve("Demo/free/teaser.mp4")));
        assertTrue(Files.isExecutable(out.resolve("Demo/free/program")));
        assertEquals(-1, Files.mismatch(teaser, out.resolve("Demo/free/teaser.mp4")));
    }

    private static void allow(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void copyingReportsProgressAndCanBeInterrupted() throws IOException {
        List<Long> reports = new ArrayList<>();
        CommandRun run =
                CommandRun.of(
                        packing("--free", film),
                        bytes -> {
                            reports.add(bytes);
                            Thread.currentThread().interrupt();
                        });
        Thread.interrupted(); // the tests after this one go on
        assertEquals(1, run.status(), run.err());
        assertEquals(1, reports.size());
        assertTrue(reports.getFirst() < FILM, reports.toString());
        assertFalse(Files.exists(out.resolve("Demo")));
    }

    @Test
    void aPaidNameMayHave200Bytes() throws IOException {
        String name = "é".repeat(98) + ".mp4";
        Path file = Samples.file(folder.resolve("in").resolve(name), 70_000);
        pack("--paid", file).succeeds();
        assertEquals(List.of("README.txt", "locked/" + name + ".age"), files(out.resolve("Demo")));
        assertEquals(List.of(), damage());
    }

    @Test
    void aRecipientElsewhereOpensEverythingAndNoKeyIsMadeHere() throws IOException {
        CommandRun run =
                pack(
                        "--paid",
                        film,
                        teaser,
                        "--recipient",
                        studio.recipient(),
                        "--recipient",
                        partner.recipient(),
                        "--json");
        run.succeeds();
        assertTrue(run.out().contains("\"keys\":null"), run.out());
        assertFalse(Files.exists(out.resolve("Demo.keys.txt")));
        for (Identity identity : List.of(studio, partner)) {
            unlock(keyring(identity)).succeeds();
            assertEquals(-1, Files.mismatch(film, folder.resolve("plain/film.mp4")));
            Files.delete(folder.resolve("plain/film.mp4"));
            Files.delete(folder.resolve("plain/teaser.mp4"));
        }
    }

    @Test
    void theNearestRecipientCounts() throws IOException {
        Path season = folder.resolve("season");
        Path first = Samples.file(season.resolve("1.mp4"), 100);
        Samples.file(season.resolve("2.mp4"), 200);
        pack(
                        "--paid",
                        season,
                        film,
                        "--recipient",
                        first + "=" + partner.recipient(),
                        season + "=" + studio.recipient())
                .succeeds();
        assertEquals(List.of("film.mp4"), opened(out.resolve("Demo.keys.txt")));
        assertEquals(List.of("season/1.mp4"), opened(keyring(partner)));
        assertEquals(List.of("season/2.mp4"), opened(keyring(studio)));
    }

    @Test
    void theKeyringNamesTitleAndFilesInOrder() throws IOException {
        pack("--title", "A Film", "--paid", film, teaser).succeeds();
        Path keys = out.resolve("Demo.keys.txt");
        assertTrue(Files.readString(keys).startsWith("# title: A Film\n"));
        assertEquals(
                List.of("file 1 of 2: film.mp4", "file 2 of 2: teaser.mp4"),
                Keyring.read(keys).entries().stream().map(Keyring.Entry::remark).toList());
    }

    @Test
    void theReadmeNamesTitleAndShop() throws IOException {
        pack("--title", "A Film", "--shop", "https://shop.example/a", "--paid", film).succeeds();
        String text = Files.readString(out.resolve("Demo/README.txt"));
        assertTrue(text.startsWith("A Film\n"), text);
        assertTrue(text.contains("https://shop.example/a"), text);
    }

    @Test
    void trackersComeInTiers() throws IOException {
        pack("--free", teaser, "--tracker", "udp://a.example:1,udp://b.example:1").succeeds();
        assertEquals(
                List.of(
                        List.of("http://t.example/announce"),
                        List.of("udp://a.example:1", "udp://b.example:1")),
                torrent().details().trackerTiers());
    }

    @Test
    void theTorrentSaysWhatItWasTold() throws IOException {
        String similar = "0123456789abcdef0123456789abcdef01234567";
        pack(
                        "--free",
                        teaser,
                        "--private",
                        "--source",
                        "S",
                        "--comment",
                        "C",
                        "--collection",
                        "Season",
                        "--similar",
                        similar)
                .succeeds();
        var details = torrent().details();
        assertTrue(details.isPrivate());
        assertEquals("S", details.source().orElseThrow());
        assertEquals("C", details.comment().orElseThrow());
        assertEquals(List.of("Season"), details.collections());
        assertEquals(List.of(similar), details.similar());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T12:00:00Z, 1795176000", "1795176000, 1795176000"})
    void theDateIsWrittenWhenGiven(String date, long seconds) throws IOException {
        pack("--free", teaser, "--date", date).succeeds();
        assertEquals(seconds, torrent().details().created().orElseThrow().getEpochSecond());
    }

    @Test
    void theSameContentAndOptionsMakeTheSameTorrent() throws IOException {
        pack("--free", teaser, folder.resolve("in/film.mp4")).succeeds();
        byte[] first = torrent().bytes();
        out = folder.resolve("again");
        pack("--free", film, "--free", teaser).succeeds();
        assertArrayEquals(first, torrent().bytes());
        assertTrue(torrent().details().created().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"64k, 65536", "1M, 1048576", "4MiB, 4194304", "32768, 32768"})
    void pieceSizesMayHaveUnits(String text, int bytes) throws IOException {
        pack("--free", teaser, "--piece-size", text).succeeds();
        assertEquals(bytes, torrent().pieceLength());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1G", "M", "3M", "-1M", "1.5M", ""})
    void refusesOtherPieceSizes(String text) {
        pack("--free", teaser, "--piece-size", text).faults(2, "piece");
    }

    @ParameterizedTest
    @CsvSource({
        "--date, yesterday",
        "--similar, 0123",
        "--shop, ftp://a.example",
        "--tracker, 'http://a.example,'",
        "--web-seed, seeds"
    })
    void refusesOptionsThatMakeNoSense(String option, String value) {
        pack("--free", teaser, option, value).faults(2, option);
        assertFalse(Files.exists(out));
    }

    @Test
    void aTorrentOfVersion1IsMadeForOldClients() throws IOException {
        CommandRun run = pack("--v1-only", "--paid", film, "--free", teaser, "--json");
        run.succeeds();
        assertTrue(run.out().contains("\"infohashV2\":null"), run.out());
        Metainfo torrent = torrent();
        assertFalse(torrent.version().hasV2());
        assertEquals(List.of(), damage());
    }

    @Test
    void attributesAreKept() throws IOException {
        Path program = Samples.file(folder.resolve("in/player.sh"), 10);
        assertTrue(program.toFile().setExecutable(true));
        Path hidden = Samples.file(folder.resolve("in/.extra"), 10);
        pack("--free", program, hidden, teaser).succeeds();
        assertEquals(
                List.of("free/.extra [HIDDEN]", "free/player.sh [EXECUTABLE]"),
                torrent().files().stream()
                        .filter(file -> !file.attributes().isEmpty())
                        .map(file -> file.path() + " " + file.attributes())
                        .toList());
        assertTrue(Files.isExecutable(out.resolve("Demo/free/player.sh")));
    }

    private List<String> opened(Path keyring) throws IOException {
        unlock(keyring);
        List<String> files = files(folder.resolve("plain"));
        for (String file : files) {
            Files.delete(folder.resolve("plain").resolve(file));
        }
        return files;
    }

    private Path keyring(Identity identity) throws IOException {
        return Files.writeString(folder.resolve("k.txt"), identity.secret() + "\n");
    }
}
