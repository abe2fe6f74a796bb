package io.seedhouse.paygate.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    @TempDir Path home;

    @Test
    void keepsWhatTheFirstOfSeveralWrote() throws Exception {
        var file = new PrivateFile(home.resolve("keys").resolve("vault.json"));
        file.create("first");
        file.create("second");
        assertEquals("first", file.read());
        try (var left = Files.list(home.resolve("keys"))) {
            assertEquals(1, left.count(), "no draft is left behind");
        }
    }
}
