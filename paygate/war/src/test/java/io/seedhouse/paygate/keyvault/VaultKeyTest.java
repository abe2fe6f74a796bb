package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeyTest {
    private static final Key FILM = new Key(UUID.randomUUID(), UUID.randomUUID());

    @TempDir Path home;
    private PrivateFile file = new PrivateFile(Path.of(""));

    @BeforeEach
    void setUp() {
        file = new PrivateFile(home.resolve("keys").resolve("vault.json"));
    }

    @Test
    void isMadeOnceAndOpensWhatItSealedAfterARestart() {
        var sealed = VaultKey.open(file, true).seal(FILM, "secret");
        assertEquals("secret", VaultKey.open(file, false).unseal(FILM, sealed));
    }

    @Test
    void isTheSameForAllWhoMakeItAtOnce() throws Exception {
        Callable<Sealer> open = () -> VaultKey.open(file, true);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var made = pool.invokeAll(Collections.nCopies(8, open));
            var sealed = made.getFirst().get().seal(FILM, "secret");
            for (var sealer : made) {
                assertEquals("secret", sealer.get().unseal(FILM, sealed));
            }
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        VaultKey.open(file, true);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        try (var left = Files.list(file.path().getParent())) {
            assertEquals(1, left.count(), "no draft is left behind");
        }
    }

    @Test
    void stopsTheStartWhenItIsLost() {
        var failure = assertThrows(IllegalStateException.class, () -> VaultKey.open(file, false));
        assertTrue(failure.toString().contains("restore the file"), failure.toString());
        assertFalse(file.exists(), "a new key would make the loss look healed");
    }

    @Test
    void isRefusedWhileOthersMayReadIt() throws Exception {
        VaultKey.open(file, true);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
        var failure = assertThrows(IllegalStateException.class, () -> VaultKey.open(file, false));
        assertTrue(failure.toString().contains("chmod 600"), failure.toString());
    }

    @Test
    void refusesAFileThatIsNoKey() throws Exception {
        file.create("{}");
        assertThrows(IllegalStateException.class, () -> VaultKey.open(file, false));
    }

    @Test
    void doesNotOpenAnIdentityAsAnotherFiles() {
        var sealer = VaultKey.open(file, true);
        var sealed = sealer.seal(FILM, "secret");
        var otherFile = new Key(FILM.bundleId(), UUID.randomUUID());
        var otherBundle = new Key(UUID.randomUUID(), FILM.fileId());
        assertThrows(IllegalStateException.class, () -> sealer.unseal(otherFile, sealed));
        assertThrows(IllegalStateException.class, () -> sealer.unseal(otherBundle, sealed));
    }
}
