package io.seedhouse.packager.unlocking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.encryption.AgeSamples;
import io.seedhouse.packager.encryption.SparseFilm;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.unlocking.Unlocker.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockerTest {
    private static final int LENGTH = 300_000;

    @TempDir Path folder;

    private final Identity one = Identity.generate();
    private final Identity two = Identity.generate();
    private Path out;

    @BeforeEach
    void packABundle() throws IOException {
        out = folder.resolve("out");
        seal("Bundle/locked/film.mp4.age", one);
        seal("Bundle/locked/extras/making of.mp4.age", two);
        Samples.file(folder.resolve("Bundle/free/teaser.mp4"), 10);
    }

    @Test
    void unlocksWhatTheKeyringOpensAndNamesTheRest() throws IOException {
        List<Outcome> outcomes = unlock(folder.resolve("Bundle"), one);
        assertArrayEquals(Samples.bytes(LENGTH), Files.readAllBytes(out.resolve("film.mp4")));
        var locked = assertInstanceOf(Outcome.NoIdentity.class, outcomes.getFirst());
        assertEquals(folder.resolve("Bundle/locked/extras/making of.mp4.age"), locked.source());
        assertEquals(List.of("film.mp4"), files(out));
    }

    @Test
    void keepsThePathBelowLockedWhereverTheSearchBegins() throws IOException {
        unlock(folder, one, two);
        assertEquals(List.of("extras/making of.mp4", "film.mp4"), files(out));
    }

    @Test
    void unlocksASingleFile() throws IOException {
        unlock(folder.resolve("Bundle/locked/extras/making of.mp4.age"), one, two);
        assertEquals(List.of("making of.mp4"), files(out));
    }

    @Test
    void neverOverwrites() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("film.mp4"), "mine");
        assertInstanceOf(FileAlreadyExistsException.class, failure("Bundle/locked/film.mp4.age"));
        assertEquals("mine", Files.readString(out.resolve("film.mp4")));
    }

    @Test
    void aBundleThatWasStoppedHalfwayGoesOnAndKnowsWhatIsDone() throws IOException {
        Path bundle = folder.resolve("Bundle");
        new Unlocker(List.of(one, two))
                .unlock(bundle, out, first -> Thread.currentThread().interrupt(), bytes -> {});
        assertTrue(Thread.interrupted());
        assertEquals(List.of("extras/making of.mp4"), files(out));
        List<Outcome> outcomes = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        UnlockPlan plan = new Unlocker(List.of(one, two)).plan(List.of(bundle), out);
        plan.run(outcomes::add, done::addAndGet);
        var kept = assertInstanceOf(Outcome.AlreadyUnlocked.class, outcomes.getFirst());
        assertEquals(out.resolve("extras/making of.mp4"), kept.target());
        assertInstanceOf(Outcome.Unlocked.class, outcomes.getLast());
        assertArrayEquals(Samples.bytes(LENGTH), Files.readAllBytes(out.resolve("film.mp4")));
        assertEquals(plan.bytes(), done.get());
    }

    @Test
    void aFileOfTheSameLengthThatDiffersIsLeftAlone() throws IOException {
        Path mine = Samples.file(out.resolve("film.mp4"), LENGTH);
        Samples.damage(mine, LENGTH - 1);
        byte[] before = Files.readAllBytes(mine);
        assertInstanceOf(FileAlreadyExistsException.class, failure("Bundle/locked/film.mp4.age"));
        assertArrayEquals(before, Files.readAllBytes(mine));
    }

    @Test
    void whatWasUnlockedDoesNotHideDamage() throws IOException {
        unlock(folder.resolve("Bundle"), one);
        Samples.damage(folder.resolve("Bundle/locked/film.mp4.age"), 200_000);
        assertInstanceOf(AgeException.Damaged.class, failure("Bundle/locked/film.mp4.age"));
        assertEquals(List.of("film.mp4"), files(out));
    }

    @Test
    void aDamagedFileLeavesNothingBehind() throws IOException {
        Samples.damage(folder.resolve("Bundle/locked/film.mp4.age"), 200_000);
        assertInstanceOf(AgeException.Damaged.class, failure("Bundle/locked/film.mp4.age"));
        assertEquals(List.of(), files(out));
    }

    @Test
    void aTruncatedFileLeavesNothingBehind() throws IOException {
        Samples.cut(folder.resolve("Bundle/locked/film.mp4.age"), 184 + 2 * 65552);
        assertInstanceOf(AgeException.Truncated.class, failure("Bundle/locked/film.mp4.age"));
        assertEquals(List.of(), files(out));
    }

    @Test
    void oneBadFileDoesNotKeepTheOthersLocked() throws IOException {
        Samples.damage(folder.resolve("Bundle/locked/extras/making of.mp4.age"), 1000);
        unlock(folder.resolve("Bundle"), one, two);
        assertEquals(List.of("film.mp4"), files(out));
    }

    @Test
    void theWrongKeyringMakesNoFolder() {
        unlock(folder.resolve("Bundle"), Identity.generate());
        assertFalse(Files.exists(out));
    }

    @Test
    void saysWhenThereIsNothingToUnlock() {
        assertInstanceOf(NoSuchFileException.class, failure("nothing here"));
        assertTrue(
                Samples.message(failure("Bundle/free")).contains("holds no file ending in .age"));
    }

    @Test
    void aPlanWritesNothingAndKnowsTheBytes() {
        UnlockPlan plan = new Unlocker(List.of(one, two)).plan(List.of(folder), out);
        assertEquals(2 * LENGTH, plan.bytes());
        assertFalse(Files.exists(out));
    }

    @Test
    void goesOnWithWhatIsRightOfAPartAndRewritesTheRest() throws IOException {
        byte[] clear = Samples.bytes(3_500_000);
        Path part = Files.createDirectories(out).resolve(".long.mp4.seedhouse-part");
        byte[] left = Arrays.copyOf(clear, 3_000_000);
        left[1_500_000] ^= 1;
        Files.write(part, left);
        long written = complete(sealLong(clear), PartFile.of(out.resolve("long.mp4")));
        assertEquals((1 << 20) + clear.length - (2 << 20), written);
        assertArrayEquals(clear, Files.readAllBytes(out.resolve("long.mp4")));
        assertEquals(List.of("long.mp4"), files(out));
    }

    @Test
    void aPartOfSomethingElseAndLongerIsReplaced() throws IOException {
        byte[] clear = Samples.bytes(100_000);
        Samples.file(out.resolve(".long.mp4.seedhouse-part"), 5_000_000);
        complete(sealLong(clear), PartFile.of(out.resolve("long.mp4")));
        assertArrayEquals(clear, Files.readAllBytes(out.resolve("long.mp4")));
    }

    @Test
    void anInterruptLeavesAPartThatTheNextRunTakesUp() throws IOException {
        byte[] clear = Samples.bytes(40_000_000);
        Path sealed = sealLong(clear);
        List<Outcome> outcomes = new ArrayList<>();
        Unlocker unlocker = new Unlocker(List.of(one));
        unlocker.unlock(sealed, out, outcomes::add, bytes -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted());
        var stopped = assertInstanceOf(Outcome.Failed.class, outcomes.getFirst());
        assertEquals(out.resolve(".long.mp4.seedhouse-part"), stopped.part());
        assertEquals(List.of(".long.mp4.seedhouse-part"), files(out));
        assertTrue(complete(sealed, PartFile.of(out.resolve("long.mp4"))) < clear.length);
        assertArrayEquals(clear, Files.readAllBytes(out.resolve("long.mp4")));
    }

    @Test
    void damageInTheMiddleIsNamedByItsForemostPlace() throws IOException {
        Path sealed = sealLong(Samples.bytes(4_000_000));
        Samples.damage(sealed, 3_000_000);
        Samples.damage(sealed, 1_200_000);
        var failed = assertInstanceOf(Outcome.Failed.class, unlock(sealed, one).getFirst());
        assertEquals(
                "it is damaged in chunk 18 at byte 1180120; fetch it again",
                Samples.message(failed.cause()));
        assertNull(failed.part());
        assertEquals(List.of(), files(out));
    }

    @Test
    void twoFilesCannotBecomeOne() throws IOException {
        seal("Other/locked/film.mp4.age", one);
        List<Outcome> outcomes = unlock(folder, one);
        var failed = assertInstanceOf(Outcome.Failed.class, outcomes.getLast());
        assertTrue(Samples.message(failed.cause()).contains("Bundle/locked/film.mp4.age"));
        assertEquals(List.of("film.mp4"), files(out));
    }

    @Test
    void neverWritesThroughALink() throws IOException {
        Path secret = Samples.file(folder.resolve("elsewhere"), 5);
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve(".film.mp4.seedhouse-part"), secret);
        failure("Bundle/locked/film.mp4.age");
        assertEquals(5, Files.size(secret));
        Files.delete(out.resolve(".film.mp4.seedhouse-part"));
        Files.createSymbolicLink(out.resolve("film.mp4"), folder.resolve("nowhere"));
        assertInstanceOf(FileAlreadyExistsException.class, failure("Bundle/locked/film.mp4.age"));
        assertFalse(Files.exists(folder.resolve("nowhere")));
    }

    @Test
    void twoRunsDoNotWriteOneFile() throws IOException {
        Path part = Samples.file(out.resolve(".film.mp4.seedhouse-part"), 5);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            String reason = Samples.message(failure("Bundle/locked/film.mp4.age"));
            assertTrue(reason.contains("is being unlocked by another run"), reason);
        }
        assertArrayEquals(Samples.bytes(5), Files.readAllBytes(part));
    }

    @Test
    void aLinkToAFolderIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("Bundle"));
        unlock(link, one);
        assertEquals(List.of("film.mp4"), files(out));
    }

    @Test
    void aFullDiskIsNoticedBeforeItIsFilled() throws IOException {
        SparseFilm.create(folder.resolve("huge.age"), one.recipient(), 12_000_000_000_000L);
        String reason = Samples.message(failure("huge.age"));
        assertTrue(reason.contains("needs 12000000000000 bytes and its disk has"), reason);
        assertEquals(List.of(), files(out));
    }

    @Test
    void anEmptyFileAndALongNameAreUnlockedToo() throws IOException {
        String name = "ü".repeat(125);
        byte[] sealed = AgeSamples.seal(new byte[0], one.recipient());
        unlock(Files.write(folder.resolve(name + ".age"), sealed), one);
        assertEquals(List.of(name), files(out));
    }

    private Path sealLong(byte[] clear) throws IOException {
        byte[] sealed = AgeSamples.seal(clear, one.recipient());
        return Files.write(folder.resolve("long.mp4.age"), sealed);
    }

    private long complete(Path sealed, PartFile part) throws IOException {
        try (AgeFile file = AgeFile.open(sealed, List.of(one))) {
            return part.complete(file, bytes -> {});
        }
    }

    private IOException failure(String path) {
        List<Outcome> outcomes = unlock(folder.resolve(path), one);
        return assertInstanceOf(Outcome.Failed.class, outcomes.getFirst()).cause();
    }

    private List<Outcome> unlock(Path path, Identity... identities) {
        List<Outcome> outcomes = new ArrayList<>();
        new Unlocker(List.of(identities)).unlock(path, out, outcomes::add, bytes -> {});
        return outcomes;
    }

    private void seal(String path, Identity identity) throws IOException {
        Path clear = Samples.file(folder.resolve("clear"), LENGTH);
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        new FileSealer(1 << 20).encrypt(clear, target, identity.recipient(), path, bytes -> {});
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
