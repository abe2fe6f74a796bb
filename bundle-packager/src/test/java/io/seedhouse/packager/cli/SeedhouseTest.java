package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.packager.metainfo.Metainfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SeedhouseTest {
    private static final List<String> TRACKER = List.of("--tracker", "http://t.example/announce");

    @TempDir Path folder;

    private Path film;
    private Path teaser;
    private Path out;
    private String stdout = "";
    private String stderr = "";

    @BeforeEach
    void makeFiles() throws IOException {
        film = Samples.file(folder.resolve("in/film.mp4"), 3_000_000);
        teaser = Samples.file(folder.resolve("in/teaser.mp4"), 100_000);
        out = folder.resolve("out");
    }

    @Test
    void saysInOneLineThatMemoryIsShort() {
        var commands = new CommandLine(new Greedy());
        StringWriter told = new StringWriter();
        commands.setErr(new PrintWriter(told, true));
        assertEquals(1, Seedhouse.run(commands));
        assertEquals(1, told.toString().lines().count());
        assertTrue(
                told.toString().startsWith("greedy: there is not enough memory"), told::toString);
    }

    /** Takes all memory there is. */
    @CommandLine.Command(name = "greedy")
    private static final class Greedy implements Runnable {
        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void packsVerifiesAndUnlocksAgain() throws IOException {
        assertEquals(0, pack("Demo", "--paid", film.toString(), "--free", teaser.toString()));
        assertEquals("", stderr);
        assertEquals(
                List.of(
                        "Demo.keys.txt",
                        "Demo.torrent",
                        "Demo/README.txt",
                        "Demo/free/teaser.mp4",
                        "Demo/locked/film.mp4.age"),
                files(out));
        assertEquals(0, run("verify", out.resolve("Demo.torrent").toString(), out.toString()));
        assertEquals(0, unlock("Demo", out.resolve("Demo")));
        assertEquals(-1, Files.mismatch(film, folder.resolve("plain/film.mp4")));
    }

    @Test
    void theKeysAreForTheOwnersEyesOnly() throws IOException {
        pack("Demo", "--paid", film.toString(), teaser.toString());
        Path keys = out.resolve("Demo.keys.txt");
        assertEquals(2, Keyring.read(keys).identities().size());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        assertFalse((stdout + stderr).contains("SECRET"));
    }

    @Test
    void theLastLineIsJsonWhenAskedFor() throws IOException {
        assertEquals(0, pack("Demo", "--paid", film.toString(), "--json"));
        Metainfo torrent = Metainfo.read(out.resolve("Demo.torrent"));
        String line = stdout.lines().toList().getLast();
        assertTrue(
                line.matches(
                        "\\{\"infohashV1\":\"%s\",\"infohashV2\":\"%s\",\"magnet\":\"%s\",\"torrent\":\"%s\",\"keys\":\"%s\",\"bytes\":\\d+,\"seconds\":\\d+\\.\\d+}"
                                .formatted(
                                        torrent.infohashV1Hex().orElseThrow(),
                                        torrent.infohashV2Hex().orElseThrow(),
                                        Pattern.quote(torrent.magnet()),
                                        Pattern.quote(out + "/Demo.torrent"),
                                        Pattern.quote(out + "/Demo.keys.txt"))),
                line);
    }

    @Test
    void foldersKeepTheirStructure() throws IOException {
        Samples.file(folder.resolve("in/season/1/e1.mp4"), 10);
        Samples.file(folder.resolve("in/season/2/e1.mp4"), 20);
        assertEquals(0, pack("Demo", "--paid", folder.resolve("in/season").toString()));
        assertTrue(files(out).contains("Demo/locked/season/1/e1.mp4.age"));
        assertEquals(0, unlock("Demo", out));
        assertEquals(List.of("season/1/e1.mp4", "season/2/e1.mp4"), files(folder.resolve("plain")));
    }

    @Test
    void aBundleOfFreeFilesHasNoKeys() throws IOException {
        assertEquals(0, pack("Demo", "--free", teaser.toString(), "--json"));
        assertFalse(Files.exists(out.resolve("Demo.keys.txt")));
        assertTrue(stdout.contains("\"keys\":null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Demo/x", "Demo.torrent", "Demo.keys.txt"})
    void packRefusesAnExistingOutput(String existing) throws IOException {
        Samples.file(out.resolve(existing), 3);
        faults(1, "already exists", packing("Demo", "--paid", film.toString()));
        assertEquals(List.of(existing), files(out));
    }

    @Test
    void packRefusesTwoInputsOfOneName() throws IOException {
        Path same = Samples.file(folder.resolve("in/other/FILM.mp4"), 5);
        faults(1, "same name", packing("Demo", "--paid", film.toString(), same.toString()));
        faults(1, "given twice", packing("Demo", "--paid", film + "", "--free", film + ""));
        assertFalse(Files.exists(out));
    }

    @Test
    void packRefusesKeysAsAnInput() throws IOException {
        pack("Demo", "--paid", film.toString());
        Path keys = Files.move(out.resolve("Demo.keys.txt"), folder.resolve("in/notes.txt"));
        faults(1, "age identities", packing("Other", "--free", keys.toString()));
        faults(1, "age identities", packing("Other", "--free", folder.resolve("in").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "100%", "CON", ""})
    void packRefusesABadName(String name) {
        faults(2, "--name", packing(name, "--paid", film.toString()));
    }

    @Test
    void packRefusesBadFileNamesAndMissingFiles() throws IOException {
        Path bad = Samples.file(folder.resolve("in/part#1.mp4"), 5);
        faults(1, "part#1.mp4", packing("Demo", "--paid", bad.toString()));
        faults(1, "does not exist", packing("Demo", "--paid", folder.resolve("no").toString()));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        faults(1, "holds no files", packing("Demo", "--free", empty.toString()));
        assertFalse(Files.exists(out));
    }

    @Test
    void packRefusesOptionsThatMakeNoTorrent() {
        faults(2, "--free", packing("Demo"));
        faults(2, "piece size", packing("Demo", "--paid", film.toString(), "--piece-size", "5"));
        faults(2, "ftp", packing("Demo", "--paid", film + "", "--tracker", "ftp://t.example"));
        faults(2, "--tracker", List.of("pack", "--out", "o", "--name", "n", "--paid", "p"));
        faults(2, "nonsense", List.of("nonsense"));
        faults(2, "subcommand", List.of());
    }

    @Test
    void verifyNamesEveryDamagedFileAndWhere() throws IOException {
        pack("Demo", "--paid", film.toString(), "--free", teaser.toString());
        Samples.damage(out.resolve("Demo/locked/film.mp4.age"), 2_500_000);
        Files.delete(out.resolve("Demo/free/teaser.mp4"));
        faults(1, "2 of 3 files", List.of("verify", out + "/Demo.torrent", out.toString()));
        assertEquals(
                List.of(
                        "free/teaser.mp4: missing",
                        "locked/film.mp4.age: damaged at bytes 2097152-3000919"),
                stdout.lines().toList());
    }

    @Test
    void anArgumentThatBeginsWithAtIsTakenAsItIs() throws IOException {
        pack("Demo", "--free", teaser.toString());
        Path words = Files.writeString(folder.resolve("words"), out + "/Demo.torrent");
        faults(1, "@" + words + " does not exist", List.of("inspect", "@" + words));
    }

    @Test
    void verifyRefusesWhatIsNoTorrent() {
        faults(1, "it is no torrent", List.of("verify", film.toString(), folder.toString()));
        faults(1, "does not exist", List.of("verify", "no.torrent", folder.toString()));
    }

    @Test
    void unlockSaysWhatIsWrongInOneLine() throws IOException {
        pack("Demo", "--paid", film.toString());
        pack("Other", "--paid", teaser.toString());
        faults(1, "no identity of the keyring opens", unlocking("Other", out.resolve("Demo")));
        faults(1, "it is no age file", unlocking("Demo", copy(film, "film.mp4.age")));
        Path keys = Files.writeString(folder.resolve("k"), "# hi\nAGE-SECRET-KEY-1ABC\n");
        faults(1, "k: line 2", List.of("unlock", "--keyring", keys + "", "--out", "o", "p"));
        assertFalse(stderr.contains("1ABC"));
        assertFalse(Files.exists(folder.resolve("plain")));
    }

    @Test
    void aKeyringForPartOfAFolderIsNoFault() throws IOException {
        pack("Demo", "--paid", film.toString());
        pack("Other", "--paid", teaser.toString());
        assertEquals(0, unlock("Demo", out));
        assertTrue(stdout.contains("no key for " + out + "/Other/locked/teaser.mp4.age"), stdout);
    }

    private Path copy(Path file, String name) throws IOException {
        return Files.copy(file, folder.resolve(name));
    }

    private void faults(int status, String reason, List<String> command) {
        assertEquals(status, run(command.toArray(String[]::new)), stderr);
        assertEquals(1, stderr.lines().count(), stderr);
        assertTrue(stderr.contains(reason), stderr);
    }

    private int pack(String name, String... more) {
        return run(packing(name, more).toArray(String[]::new));
    }

    private int unlock(String keys, Path path) {
        return run(unlocking(keys, path).toArray(String[]::new));
    }

    private List<String> packing(String name, String... more) {
        List<String> command = new ArrayList<>(List.of("pack", "--out", out.toString()));
        command.addAll(List.of("--name", name));
        command.addAll(TRACKER);
        command.addAll(List.of(more));
        return command;
    }

    private List<String> unlocking(String keys, Path path) {
        return List.of(
                "unlock",
                "--keyring",
                out.resolve(keys + ".keys.txt").toString(),
                "--out",
                folder.resolve("plain").toString(),
                path.toString());
    }

    private int run(String... args) {
        StringWriter written = new StringWriter();
        StringWriter errors = new StringWriter();
        int status =
                Seedhouse.commandLine()
                        .setOut(new PrintWriter(written))
                        .setErr(new PrintWriter(errors))
                        .execute(args);
        stdout = written.toString();
        stderr = errors.toString();
        return status;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
