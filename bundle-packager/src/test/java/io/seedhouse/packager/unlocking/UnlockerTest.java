package io.seedhouse.packager.unlocking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.Identity;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.unlocking.Unlocker.Outcome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        assertEquals(
                new Outcome.NoIdentity(folder.resolve("Bundle/locked/extras/making of.mp4.age")),
                outcomes.getFirst());
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
