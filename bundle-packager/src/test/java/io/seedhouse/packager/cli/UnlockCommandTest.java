package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlockCommandTest extends PackFixture {
    @Test
    void theSameCommandGoesOnWithAHalfFinishedBundle() throws IOException {
        pack("--paid", film, teaser).succeeds();
        unlock(out.resolve("Demo.keys.txt")).succeeds();
        Files.delete(folder.resolve("plain/teaser.mp4"));
        CommandRun again = unlock(out.resolve("Demo.keys.txt"));
        again.succeeds();
        assertEquals(
                List.of(
                        "already unlocked " + folder.resolve("plain/film.mp4"),
                        "unlocked " + folder.resolve("plain/teaser.mp4")),
                again.out().lines().toList());
        unlock(out.resolve("Demo.keys.txt")).succeeds();
    }

    @Test
    void aNameCannotSteerTheTerminal() throws IOException {
        pack("--paid", film).succeeds();
        Path locked = out.resolve("Demo/locked");
        Files.move(locked.resolve("film.mp4.age"), locked.resolve("x\u001b[31my.age"));
        Files.writeString(locked.resolve("z\u001b[31m.age"), "no age file");
        CommandRun run = unlock(out.resolve("Demo.keys.txt"));
        run.faults(1, "it is no age file");
        assertFalse((run.out() + run.err()).contains("\u001b"));
        assertTrue(run.out().contains("plain/x\\u001b[31my"), run.out());
    }

    @Test
    void anotherFileInThePlaceOfOneIsAFaultAndTheRestIsUnlocked() throws IOException {
        pack("--paid", film, teaser).succeeds();
        Files.createDirectories(folder.resolve("plain"));
        Files.writeString(folder.resolve("plain/film.mp4"), "mine");
        CommandRun run = unlock(out.resolve("Demo.keys.txt"));
        run.faults(1, "film.mp4 already exists; move it away or choose another folder");
        assertEquals("mine", Files.readString(folder.resolve("plain/film.mp4")));
        assertTrue(run.out().contains("unlocked " + folder.resolve("plain/teaser.mp4")), run.out());
    }
}
