package io.seedhouse.publisher.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir Path folder;

    @Test
    void isMadeOnceForItsOwnerOnly() throws IOException {
        Path path = folder.resolve("keys").resolve("webhooks.key");
        byte[] key = new KeyFile(path).read();
        assertEquals(32, key.length);
        assertArrayEquals(key, new KeyFile(path).read());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(path));
        try (var files = Files.list(folder.resolve("keys"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void isNotUsedWhereOthersCanReadIt() throws IOException {
        Path path = folder.resolve("webhooks.key");
        new KeyFile(path).read();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        var refused = assertThrows(IllegalStateException.class, () -> new KeyFile(path).read());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("chmod 600"), refused.getMessage());
    }

    @Test
    void isNotUsedWhenItIsCutShort() throws IOException {
        Path path = folder.resolve("webhooks.key");
        new KeyFile(path).read();
        Files.write(path, new byte[31]);
        var refused = assertThrows(IllegalStateException.class, () -> new KeyFile(path).read());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("32 bytes, not 31"),
                refused.getMessage());
    }
}
