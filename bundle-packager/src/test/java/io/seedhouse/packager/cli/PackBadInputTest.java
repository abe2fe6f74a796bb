package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line each, status 1, and nothing under a final name. */
class PackBadInputTest extends PackFixture {
    private static final String SECRET = Identity.generate().secret();

    @AfterEach
    void nothingHasAFinalName() {
        for (String name : List.of("Demo", "Demo.torrent", "Demo.keys.txt")) {
            assertFalse(Files.exists(out.resolve(name)), name);
        }
    }

    @Test
    void aFileThatGrows() {
        packWhile(() -> Files.write(film, new byte[5], StandardOpenOption.APPEND))
                .faults(1, film + " changed while it was");
    }

    @Test
    void aFileThatShrinks() {
        packWhile(() -> Samples.cut(film, 10_000)).faults(1, film + " changed while it was");
    }

    @Test
    void aFileThatIsOverwrittenAndKeepsItsLength() {
        packWhile(() -> overwrite(film)).faults(1, film + " changed while it was packed");
    }

    private static void overwrite(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[100]);
        }
    }

    @Test
    void aFileThatVanishes() {
        packWhile(() -> Files.delete(film)).faults(1, film + " does not exist");
    }

    @Test
    void aFileThatVanishesBeforeItsTurn() {
        CommandRun run =
                CommandRun.of(packing("--paid", film, teaser), bytes -> teaser.toFile().delete());
        run.faults(1, teaser + " does not exist");
    }

    @Test
    void aDiskThatIsTooSmall() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        try (var sparse = new RandomAccessFile(film.toFile(), "rw")) {
            sparse.setLength(free + (10L << 30));
        }
        pack("--paid", film).faults(1, "are missing");
        assertFalse(Files.exists(out));
    }

    @Test
    void aFileWhereTheOutputFolderShouldBe() throws IOException {
        Files.write(out, new byte[1]);
        pack("--paid", film).faults(1, out + " is no folder");
        out = out.resolve("below");
        pack("--paid", film).faults(1, "ot a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILM.MP4", "Film.mp4"})
    void namesThatDifferOnlyInCase(String name) throws IOException {
        Path other = Samples.file(folder.resolve("other").resolve(name), 5);
        pack("--paid", film, "--free", other).faults(1, "letter case does not count");
    }

    @Test
    void foldersThatDifferOnlyInCase() throws IOException {
        Samples.file(folder.resolve("a/Season/1.mp4"), 5);
        Samples.file(folder.resolve("b/season/2.mp4"), 5);
        pack("--paid", folder.resolve("a/Season"), folder.resolve("b/season"))
                .faults(1, "letter case does not count");
    }

    @Test
    void namesThatDifferOnlyInUnicodeForm() throws IOException {
        String name = "Amélie.mp4";
        Path composed = Samples.file(folder.resolve("a").resolve(nfc(name)), 5);
        Path apart =
                Samples.file(
                        folder.resolve("b")
                                .resolve(Normalizer.normalize(name, Normalizer.Form.NFD)),
                        5);
        pack("--paid", composed, apart).faults(1, "another Unicode form");
    }

    @Test
    void aFileAndAFolderOfOneName() throws IOException {
        Path file = Samples.file(folder.resolve("a/extras"), 5);
        Samples.file(folder.resolve("b/extras/1.mp4"), 5);
        pack("--paid", file, folder.resolve("b/extras")).faults(1, "same name");
    }

    @Test
    void aFolderThatHasTheNameOfAnEncryptedFile() throws IOException {
        Path same = folder.resolve("in/film.mp4.age");
        Samples.file(same.resolve("extra.mp4"), 5);
        pack("--paid", film, same).faults(1, "same name");
        assertFalse(Files.exists(out));
    }

    @Test
    void linksAlsoInFolders() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("in/link.mp4"), film);
        pack("--paid", link).faults(1, "link.mp4 is a symbolic link");
        pack("--paid", folder.resolve("in")).faults(1, "link.mp4 is a symbolic link");
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("nowhere"));
        pack("--paid", folder.resolve("in")).faults(1, "link.mp4 is a symbolic link");
    }

    @Test
    void devices() {
        pack("--paid", "/dev/null").faults(1, "pipe, socket or device");
    }

    @Test
    void outputsInsideAnInput() {
        out = folder.resolve("in/out");
        pack("--paid", folder.resolve("in")).faults(1, "lies inside");
    }

    @Test
    void keysAnywhereInAFile() throws IOException {
        Path json = folder.resolve("in/backup.json");
        Files.writeString(json, " ".repeat(200_000) + "{\"key\":\"" + SECRET + "\"}");
        pack("--free", json).faults(1, "holds age identities");
        Path wide = folder.resolve("in/wide.txt");
        Files.writeString(wide, SECRET, StandardCharsets.UTF_16LE);
        pack("--free", wide).faults(1, "holds age identities");
    }

    @Test
    void anIdentityInPlaceOfARecipient() {
        CommandRun run = pack("--paid", film, "--recipient", SECRET);
        run.faults(1, "secret identity");
        assertSilent(run);
        assertSilent(pack("--paid", film, SECRET));
        assertSilent(pack("--paid", film, "--recipients", SECRET));
        assertSilent(pack("--paid", film, "--recipient", film + "=" + SECRET));
    }

    @Test
    void aMistypedIdentityInPlaceOfAFile() {
        String good = Identity.generate().recipient();
        String body = SECRET.substring("AGE-SECRET-KEY-".length());
        for (String prefix : List.of("AGE-SECRETKEY-", "age_secret-key-", "AGE-SERCET-KEY-")) {
            assertSilent(pack("--paid", film, "--recipient", prefix + body + "=" + good));
            assertSilent(pack("--paid", prefix + body));
            assertSilent(pack("--paid", film, "--recipients", prefix + body));
        }
    }

    @Test
    void aNameOfMoreThan200Bytes() throws IOException {
        pack("--paid", Samples.file(folder.resolve("a".repeat(201)), 5)).faults(1, "201 bytes");
        assertFalse(Files.exists(out));
    }

    @Test
    void foldersNestedTooDeep() throws IOException {
        Path deep = folder.resolve("deep");
        Samples.file(deep.resolve("d/".repeat(94) + "film.mp4"), 5);
        pack("--paid", deep).faults(1, "film.mp4 lies too deep");
        assertFalse(Files.exists(out));
    }

    @Test
    void aMistypedRecipient() {
        String good = Identity.generate().recipient();
        char last = good.charAt(61) == 'q' ? 'p' : 'q';
        pack("--paid", film, "--recipient", good.substring(0, 61) + last)
                .faults(1, "--recipient: ");
        pack("--paid", film, "--recipient", teaser + "=" + good)
                .faults(1, "is no paid file of the bundle");
        pack("--free", film, "--recipient", good).faults(1, "has no paid file");
    }

    @Test
    void damagedKeysOfAnInterruptedPack() throws IOException {
        Path keys = Samples.file(part().resolve("keys.txt"), 100);
        Files.setPosixFilePermissions(part(), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        pack("--paid", film).faults(1, "is damaged; delete " + part() + " to start over");
    }

    private static void assertSilent(CommandRun run) {
        assertTrue(run.status() > 0);
        assertFalse((run.out() + run.err()).contains(SECRET.substring(20)), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Changes something as soon as a part of the film is sealed. */
    private CommandRun packWhile(Change change) {
        boolean[] made = {false};
        return CommandRun.of(
                packing("--paid", film),
                bytes -> {
                    if (!made[0]) {
                        made[0] = true;
                        try {
                            change.make();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                });
    }

    private static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
