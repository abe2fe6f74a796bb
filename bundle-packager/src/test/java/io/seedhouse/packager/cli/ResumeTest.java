package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Program;
import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packs that were killed in the middle, and what the same command makes of that. */
class ResumeTest extends PackFixture {
    private static final String FILM_PATH = "bundle/locked/film.mp4.age";

    @Test
    void aKilledPackGoesOnUnderTheSameFileKey() throws Exception {
        kill(packing("--paid", film, "--free", teaser), 6_000_000);
        byte[] header = header(part().resolve(FILM_PATH));
        List<Identity> keys = Keyring.read(part().resolve("keys.txt")).identities();
        assertEquals(List.of(), files(out.resolve("Demo")));
        assertFalse(Files.exists(out.resolve("Demo.torrent")));

        pack("--paid", film, "--free", teaser).succeeds();

        assertArrayEquals(header, header(out.resolve("Demo/locked/film.mp4.age")));
        assertEquals(keys, Keyring.read(out.resolve("Demo.keys.txt")).identities());
        assertEquals(List.of(), damage());
        unlock(out.resolve("Demo.keys.txt")).succeeds();
        assertEquals(-1, Files.mismatch(film, folder.resolve("plain/film.mp4")));
        assertFalse(Files.exists(part()));
    }

    @Test
    void aKilledPackEndsWithTheTorrentOfOneThatWasNot() throws Exception {
        kill(packing("--paid", film, "--free", teaser), 6_000_000);
        assertTrue(Files.size(part().resolve(FILM_PATH)) > 5_000_000);
        pack("--paid", film, "--free", teaser).succeeds();
        byte[] resumed = torrent().bytes();

        // From nothing but its header on, no byte of the film was sealed before.
        makePartOfOutputs();
        Files.delete(out.resolve("Demo.torrent"));
        Samples.cut(part().resolve(FILM_PATH), AgeFormat.HEADER);
        pack("--paid", film, "--free", teaser).succeeds();

        assertArrayEquals(torrent().bytes(), resumed);
    }

    @Test
    void aChangedInputBeginsAgainUnderANewFileKey() throws Exception {
        kill(packing("--paid", film), 6_000_000);
        byte[] header = header(part().resolve(FILM_PATH));
        Samples.damage(film, 1_000_000);

        pack("--paid", film).succeeds();

        byte[] now = header(out.resolve("Demo/locked/film.mp4.age"));
        assertFalse(Arrays.equals(header, now));
        unlock(out.resolve("Demo.keys.txt")).succeeds();
        assertEquals(-1, Files.mismatch(film, folder.resolve("plain/film.mp4")));
    }

    @Test
    void finishedFilesKeepTheirBytesAndChangedOnesDoNot() throws Exception {
        Path second = Samples.file(folder.resolve("in/second.mp4"), FILM);
        kill(packing("--paid", teaser, film, second), 100_000 + FILM + 6_000_000);
        byte[] finished = Files.readAllBytes(part().resolve(FILM_PATH));
        byte[] changed = header(part().resolve("bundle/locked/teaser.mp4.age"));
        Samples.damage(teaser, 50_000);

        pack("--paid", teaser, film, second).succeeds();

        assertArrayEquals(finished, Files.readAllBytes(out.resolve("Demo/locked/film.mp4.age")));
        assertFalse(Arrays.equals(changed, header(out.resolve("Demo/locked/teaser.mp4.age"))));
        assertEquals(List.of(), damage());
        unlock(out.resolve("Demo.keys.txt")).succeeds();
        assertEquals(-1, Files.mismatch(teaser, folder.resolve("plain/teaser.mp4")));
    }

    @Test
    void anotherPieceSizeAndOtherFilesGoOnToo() throws Exception {
        kill(packing("--paid", film, "--free", teaser), 6_000_000);
        byte[] header = header(part().resolve(FILM_PATH));
        Path extra = Samples.file(folder.resolve("in/extra.mp4"), 70_000);

        pack("--paid", film, extra, "--piece-size", "64k").succeeds();

        assertArrayEquals(header, header(out.resolve("Demo/locked/film.mp4.age")));
        assertEquals(
                List.of("README.txt", "locked/extra.mp4.age", "locked/film.mp4.age"),
                files(out.resolve("Demo")));
        assertEquals(2, Keyring.read(out.resolve("Demo.keys.txt")).identities().size());
        assertEquals(List.of(), damage());
    }

    @Test
    void goesOnWhereAFileHasBecomeAFolderOrAFolderAFile() throws Exception {
        Path file = Samples.file(folder.resolve("in/extras"), 5);
        Path more = folder.resolve("a/more");
        Samples.file(more.resolve("extra.mp4"), 7);
        kill(packing("--free", file, more, "--paid", film), 6_000_000);
        Path extras = folder.resolve("b/extras");
        Samples.file(extras.resolve("extra.mp4"), 6);
        Path now = Samples.file(folder.resolve("b/more"), 8);

        pack("--free", extras, now, "--paid", film).succeeds();

        assertEquals(
                List.of("README.txt", "free/extras/extra.mp4", "free/more", "locked/film.mp4.age"),
                files(out.resolve("Demo")));
        assertEquals(List.of(), damage());
    }

    @Test
    void aFileForOthersIsKeptWhenItIsFinishedAndBegunAgainWhenNot() throws Exception {
        Path second = Samples.file(folder.resolve("in/second.mp4"), FILM);
        Identity studio = Identity.generate();
        List<String> command = packing("--paid", film, second, "--recipient", studio.recipient());
        kill(command, FILM + 6_000_000);
        byte[] finished = header(part().resolve(FILM_PATH));
        byte[] begun = header(part().resolve("bundle/locked/second.mp4.age"));

        CommandRun.of(command).succeeds();

        assertArrayEquals(finished, header(out.resolve("Demo/locked/film.mp4.age")));
        assertFalse(Arrays.equals(begun, header(out.resolve("Demo/locked/second.mp4.age"))));
        assertEquals(List.of(), damage());
    }

    @Test
    void aFileForOthersWhoseInputChangedIsBegunAgain() throws Exception {
        Path second = Samples.file(folder.resolve("in/second.mp4"), FILM);
        Identity studio = Identity.generate();
        List<String> command = packing("--paid", film, second, "--recipient", studio.recipient());
        kill(command, FILM + 6_000_000);
        byte[] finished = header(part().resolve(FILM_PATH));
        var modified = Files.getLastModifiedTime(film);
        Samples.damage(film, 1_000_000);
        Files.setLastModifiedTime(film, modified);

        CommandRun.of(command).succeeds();

        assertFalse(Arrays.equals(finished, header(out.resolve("Demo/locked/film.mp4.age"))));
        Path keyring = folder.resolve("studio.txt");
        Files.writeString(keyring, studio.secret() + "\n");
        unlock(keyring).succeeds();
        assertEquals(-1, Files.mismatch(film, folder.resolve("plain/film.mp4")));
    }

    @Test
    void namesThatWereGivenBeforeTheEndAreTakenBack() throws Exception {
        Path obstacle = out.resolve("Demo.torrent");
        packAgainst(obstacle, "--paid", film);
        byte[] sealed = Files.readAllBytes(out.resolve("Demo/locked/film.mp4.age"));
        assertTrue(Files.exists(out.resolve("Demo.keys.txt")));
        Files.delete(obstacle);

        pack("--paid", film).succeeds();

        assertArrayEquals(sealed, Files.readAllBytes(out.resolve("Demo/locked/film.mp4.age")));
        unlock(out.resolve("Demo.keys.txt")).succeeds();
    }

    @Test
    void keysOfOthersThatGotTheNameMeanwhileAreLeftAlone() throws Exception {
        Path obstacle = out.resolve("Demo");
        Object[] command = {"--paid", film, "--recipient", Identity.generate().recipient()};
        packAgainst(obstacle, command);
        Files.delete(obstacle);
        Path keys = Files.writeString(out.resolve("Demo.keys.txt"), "the only copy");

        pack(command).faults(1, keys + " already exists");

        assertEquals("the only copy", Files.readString(keys));
    }

    /** Stops where the first of the last moves meets what somebody put in its way meanwhile. */
    private void packAgainst(Path obstacle, Object... command) {
        CommandRun.of(packing(command), bytes -> obstacle.toFile().mkdir())
                .faults(1, obstacle + " already exists");
    }

    @Test
    void twoPacksOfOneNameDoNotMix() throws Exception {
        List<CommandRun> second = new ArrayList<>();
        CommandRun first =
                CommandRun.of(
                        packing("--paid", film),
                        bytes -> {
                            if (second.isEmpty()) {
                                second.add(pack("--paid", teaser));
                            }
                        });
        second.getFirst().faults(1, "already; wait for that");
        first.succeeds();
        assertEquals(List.of("README.txt", "locked/film.mp4.age"), files(out.resolve("Demo")));
    }

    @Test
    void theKeysAreCompleteAndPrivateBeforeAnythingIsSealed() throws Exception {
        List<String> seen = new ArrayList<>();
        CommandRun.of(
                        packing("--paid", film, teaser),
                        bytes -> {
                            if (seen.isEmpty()) {
                                seen.add(keysNow());
                            }
                        })
                .succeeds();
        assertEquals(List.of("rw------- rwx------ 2"), seen);
    }

    private void makePartOfOutputs() throws IOException {
        Files.createDirectory(
                part(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.move(out.resolve("Demo"), part().resolve("bundle"));
        Files.move(out.resolve("Demo.keys.txt"), part().resolve("keys.txt"));
    }

    private String keysNow() {
        try {
            Path keys = part().resolve("keys.txt");
            return "%s %s %d"
                    .formatted(
                            java.nio.file.attribute.PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(keys)),
                            java.nio.file.attribute.PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(part())),
                            Keyring.read(keys).identities().size());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anotherProcessAtWorkIsLeftAlone() throws Exception {
        Process first = reach(packing("--paid", film), 6_000_000);
        pack("--paid", film).faults(1, "already; wait for that");
        kill(first);
        pack("--paid", film).succeeds();
    }

    private void kill(List<String> command, long bytes) throws Exception {
        kill(reach(command, bytes));
    }

    /**
     * Runs the command in a Java of its own until so many bytes are done, where it stands still.
     */
    private static Process reach(List<String> command, long bytes) throws Exception {
        List<String> all = new ArrayList<>(List.of(Program.java().toString(), "-cp"));
        all.addAll(List.of(System.getProperty("java.class.path"), PackThenWait.class.getName()));
        all.add(Long.toString(bytes));
        all.addAll(command);
        Process process =
                new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertEquals("reached", process.inputReader().readLine());
        return process;
    }

    private static void kill(Process process) throws Exception {
        process.destroyForcibly().waitFor();
        assertEquals(128 + 9, process.exitValue());
    }

    private static byte[] header(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(AgeFormat.HEADER);
        }
    }
}
