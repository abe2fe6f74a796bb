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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final Key FILM = new Key(UUID.randomUUID(), UUID.randomUUID());

    @TempDir Path home;
    private PrivateFile file = new PrivateFile(Path.of(""));

    @BeforeEach
    void setUp() {
        file = new PrivateFile(home.resolve("keys").resolve("vault.json"));
    }

    @Test
    void isMadeOnceAndOpensWhatItSealedAfterARestart() {
        var sealed = seal(KeyFile.open(file, true).now());
        assertEquals("secret", KeyFile.open(file, false).now().unseal(null, FILM, sealed));
    }

    @Test
    void isTheSameForAllWhoMakeItAtOnce() throws Exception {
        Callable<Sealer> open = () -> KeyFile.open(file, true).now();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var made = pool.invokeAll(Collections.nCopies(8, open));
            var sealed = seal(made.getFirst().get());
            for (var sealer : made) {
                assertEquals("secret", sealer.get().unseal(null, FILM, sealed));
            }
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        KeyFile.open(file, true);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        try (var left = Files.list(file.path().getParent())) {
            assertEquals(1, left.count(), "no draft is left behind");
        }
    }

    @Test
    void stopsTheStartWhenItIsLost() {
        var failure = assertThrows(IllegalStateException.class, () -> KeyFile.open(file, false));
        assertTrue(failure.toString().contains("restore the file"), failure.toString());
        assertFalse(file.exists(), "a new key would make the loss look healed");
    }

    @Test
    void isRefusedWhileOthersMayReadIt() throws Exception {
        KeyFile.open(file, true);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
        var failure = assertThrows(IllegalStateException.class, () -> KeyFile.open(file, false));
        assertTrue(failure.toString().contains("chmod 600"), failure.toString());
    }

    @Test
    void refusesAFileThatIsNoKey() throws Exception {
        file.create("{}");
        assertThrows(IllegalStateException.class, () -> KeyFile.open(file, false));
    }

    @Test
    void doesNotOpenAnIdentityAsAnotherFiles() {
        var sealer = KeyFile.open(file, true).now();
        var sealed = seal(sealer);
        var otherFile = new Key(FILM.bundleId(), UUID.randomUUID());
        var otherBundle = new Key(UUID.randomUUID(), FILM.fileId());
        assertThrows(IllegalStateException.class, () -> sealer.unseal(null, otherFile, sealed));
        assertThrows(IllegalStateException.class, () -> sealer.unseal(null, otherBundle, sealed));
    }

    @Test
    void opensWhatWasSealedUnderEachOfItsKeysAndSealsUnderTheOneThatIsAskedFor() throws Exception {
        var keys = KeyFile.open(file, true);
        int first = keys.now().primary();
        var old = seal(keys.now());
        int second = keys.add();
        assertEquals(List.of(first, second), List.copyOf(keys.now().ids()));
        assertEquals(first, keys.now().primary());
        var anew = keys.now().seal(second, FILM, "secret");
        assertEquals("secret", keys.now().unseal(first, FILM, old));
        assertEquals("secret", keys.now().unseal(second, FILM, anew));
        keys.keepOnly(second);
        assertEquals("secret", KeyFile.open(file, false).now().unseal(second, FILM, anew));
        var gone =
                assertThrows(
                        IllegalStateException.class, () -> keys.now().unseal(first, FILM, old));
        assertTrue(gone.toString().contains(RegisteredKey.name(first)), gone.toString());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
    }

    @Test
    void isReadAgainWhenItWasChangedByAnother() {
        var here = KeyFile.open(file, true);
        int added = KeyFile.open(file, false).add();
        assertTrue(here.now().mayOpen(added));
    }

    @Test
    void goesOnWithWhatItReadWhenTheChangedFileCannotBeUsed() throws Exception {
        var keys = KeyFile.open(file, true);
        var sealed = seal(keys.now());
        file.replace("{}");
        assertEquals("secret", keys.now().unseal(null, FILM, sealed));
        Files.delete(file.path());
        assertEquals("secret", keys.now().unseal(null, FILM, sealed));
    }

    @Test
    void isChangedByOneAtATime() throws Exception {
        var keys = KeyFile.open(file, true);
        try (var _ = keys.lock()) {
            assertThrows(PrivateFile.Busy.class, keys::lock);
        }
        keys.lock().close();
    }

    private static byte[] seal(Sealer sealer) {
        return sealer.seal(sealer.primary(), FILM, "secret");
    }
}
