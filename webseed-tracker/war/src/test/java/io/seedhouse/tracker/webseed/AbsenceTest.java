package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsenceTest {
    @TempDir Path home;

    private boolean absent(Path path) {
        return Absence.isMeantBy(assertThrows(FileSystemException.class, path::toRealPath));
    }

    @Test
    void isWhatTheSystemSaysOfAPathThatNamesNoFile() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "x");
        Path circle = home.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        assertTrue(absent(home.resolve("missing")));
        assertTrue(absent(file.resolve("below")));
        assertTrue(absent(circle));
        assertTrue(absent(home.resolve("x".repeat(300))));
        assertTrue(absent(home.resolve("x/".repeat(3000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Input/output error", "Too many open files", "Stale file handle"})
    void isNotWhatAFailingSystemSays(String reason) {
        assertFalse(Absence.isMeantBy(new FileSystemException("film.age", null, reason)));
    }

    @Test
    void isNotAFolderThatMayNotBeRead() {
        assertFalse(Absence.isMeantBy(new AccessDeniedException("film.age")));
        assertFalse(Absence.isMeantBy(new FileSystemException("film.age")));
    }
}
