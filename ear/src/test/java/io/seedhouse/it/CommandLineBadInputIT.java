package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line's answers to damaged and mistaken files: status 1, one line, nothing written.
 */
class CommandLineBadInputIT {

    @TempDir Path folder;

    @Test
    void aTruncatedFileIsNamedAndNothingIsWritten() throws Exception {
        pack("first");
        Path sealed = folder.resolve("first/locked/film.mp4.age");
        byte[] whole = Files.readAllBytes(sealed);
        Files.write(sealed, java.util.Arrays.copyOf(whole, whole.length - 70_000));
        var outcome = unlock("first.keys.txt", sealed);
        assertEquals(1, outcome.status(), outcome.all());
        CommandLine.assertOneLine(outcome, "film.mp4.age");
        assertFalse(Files.exists(folder.resolve("out/film.mp4")));
    }

    @Test
    void aKeyringThatOpensNothingIsSaid() throws Exception {
        pack("first");
        pack("second");
        var outcome = unlock("first.keys.txt", folder.resolve("second/locked/film.mp4.age"));
        assertEquals(1, outcome.status(), outcome.all());
        CommandLine.assertOneLine(outcome, "film.mp4.age");
    }

    @Test
    void aTorrentThatIsNoneIsSaid() throws Exception {
        Path none = Files.writeString(folder.resolve("none.torrent"), "not bencoding");
        var outcome = CommandLine.seedhouse("verify", none.toString(), folder.toString());
        assertEquals(1, outcome.status(), outcome.all());
        CommandLine.assertOneLine(outcome, "none.torrent");
    }

    @Test
    void damageIsNamedWithItsPlace() throws Exception {
        pack("first");
        Path sealed = folder.resolve("first/locked/film.mp4.age");
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[100_000] ^= 1;
        Files.write(sealed, bytes);
        var outcome =
                CommandLine.seedhouse(
                        "verify", folder.resolve("first.torrent").toString(), folder.toString());
        assertEquals(1, outcome.status(), outcome.all());
        assertTrue(
                outcome.all().contains("locked/film.mp4.age: damaged at bytes 0-300263"),
                outcome.all());
    }

    private CommandLine.Outcome unlock(String keys, Path sealed) throws Exception {
        return CommandLine.seedhouse(
                "unlock",
                "--keyring",
                folder.resolve(keys).toString(),
                "--out",
                folder.resolve("out").toString(),
                sealed.toString());
    }

    private void pack(String name) throws Exception {
        Path film = Films.make(folder.resolve("film.mp4"), 300_000, 7);
        var outcome =
                CommandLine.seedhouse(
                        "pack",
                        "--out",
                        folder.toString(),
                        "--name",
                        name,
                        "--paid",
                        film.toString(),
                        "--tracker",
                        "http://localhost/announce");
        assertEquals(0, outcome.status(), outcome.all());
    }
}
