package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Reseal;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.SealedIdentity.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a leak: what the old identity opens is sealed to a new one, and opens to that alone. */
abstract class ResealingContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final UUID VERSION = UUID.randomUUID();
    private static final PaidFile OLD = new PaidFile(UUID.randomUUID(), "film.mp4");
    private static final PaidFile NEW = new PaidFile(UUID.randomUUID(), "film.mp4");

    @TempDir Path home;
    private final TestDatabase database = database();

    abstract TestDatabase database();

    private Vault vault() {
        var file = new PrivateFile(home.resolve("vault.json"));
        return Vault.open(database, file, Clock.systemUTC());
    }

    private Path target() {
        return home.resolve("new.age");
    }

    private byte[] film(int length) {
        byte[] film = new byte[length];
        new Random(length).nextBytes(film);
        return film;
    }

    private Path sealed(byte[] film, String... besides) throws IOException {
        Path clear = Files.write(home.resolve("film"), film);
        Path sealed = home.resolve("old.age");
        var recipients =
                Stream.concat(Stream.of(vault().recipient(BUNDLE, OLD.id())), Stream.of(besides))
                        .toList();
        new FileSealer(1 << 20).encrypt(clear, sealed, recipients, "film.age", n -> {});
        Files.delete(clear);
        return sealed;
    }

    private Reseal reseal(Path sealed, LongPredicate goesOn) throws IOException {
        return vault().resealer(new Key(BUNDLE, OLD.id()), new Key(VERSION, NEW.id()))
                .orElseThrow()
                .reseal(sealed, target(), goesOn);
    }

    private Identity identity(UUID bundle, PaidFile file) {
        var granted = List.of(new Granted(bundle, null, file));
        return database.inTransaction(db -> vault().unseal(db, granted)).getFirst().identity();
    }

    private static byte[] read(Path file, Identity identity) throws IOException {
        try (AgeFile opened = AgeFile.open(file, List.of(identity))) {
            byte[] clear = new byte[(int) opened.clearLength()];
            assertEquals(clear.length, opened.read(0, clear, 0, clear.length));
            return clear;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_048_576, 1_048_577, 3_000_000})
    void opensToTheNewIdentityAndToTheOldOneNoMore(int length) throws Exception {
        byte[] film = film(length);
        var done = reseal(sealed(film), _ -> true);
        assertEquals(
                new Reseal.Resealed(AgeFormat.encryptedLength(length)),
                done,
                "one recipient, whoever else could open the old one");
        assertArrayEquals(film, read(target(), identity(VERSION, NEW)));
        assertThrows(
                AgeException.NoIdentityMatches.class, () -> read(target(), identity(BUNDLE, OLD)));
    }

    @Test
    void isSealedUnderAFileKeyOfItsOwn() throws Exception {
        byte[] film = film(200_000);
        Path sealed = sealed(film);
        reseal(sealed, _ -> true);
        byte[] first = Files.readAllBytes(target());
        reseal(sealed, _ -> true);
        byte[] again = Files.readAllBytes(target());
        byte[] old = Files.readAllBytes(sealed);
        assertEquals(-1, sameBlock(old, first));
        assertEquals(-1, sameBlock(first, again));
        assertArrayEquals(film, read(target(), identity(VERSION, NEW)));
    }

    /** Where two files have 16 equal bytes behind their headers; -1 where nowhere. */
    private static int sameBlock(byte[] a, byte[] b) {
        for (int i = AgeFormat.HEADER; i + 16 <= a.length; i += 16) {
            if (java.util.Arrays.equals(a, i, i + 16, b, i, i + 16)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void losesThePublishersOwnRecipient() throws Exception {
        var publisher = Identity.generate();
        byte[] film = film(100_000);
        reseal(sealed(film, publisher.recipient()), _ -> true);
        assertArrayEquals(film, read(target(), identity(VERSION, NEW)));
        assertThrows(AgeException.NoIdentityMatches.class, () -> read(target(), publisher));
    }

    @Test
    void tellsHowFarItIsAndStopsWhenTold() throws Exception {
        Path sealed = sealed(film(5_000_000));
        var told = new ArrayList<Long>();
        reseal(sealed, n -> told.add(n));
        assertEquals(5_000_000, told.stream().mapToLong(n -> n).sum());
        assertTrue(told.size() > 3);
        assertEquals(new Reseal.Stopped(), reseal(sealed, _ -> false));
        assertFalse(Files.exists(target()));
    }

    @Test
    void writesNothingOfADamagedFile() throws Exception {
        Path sealed = sealed(film(3_000_000));
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[2_000_000] ^= 1;
        Files.write(sealed, bytes);
        var damaged = assertInstanceOf(Reseal.Damaged.class, reseal(sealed, _ -> true));
        assertTrue(damaged.what().contains("damaged in chunk 30"), damaged.what());
        assertFalse(Files.exists(target()));
        Files.write(sealed, java.util.Arrays.copyOf(bytes, 1_000_000));
        assertInstanceOf(Reseal.Damaged.class, reseal(sealed, _ -> true));
        Files.delete(sealed);
        assertThrows(NoSuchFileException.class, () -> reseal(sealed, _ -> true));
    }

    @Test
    void neverWritesIntoAFileThatIsThereUnderAnotherName() throws Exception {
        Path content = Files.write(home.resolve("content"), new byte[] {1, 2, 3});
        Files.createLink(target(), content);
        reseal(sealed(film(10)), _ -> true);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(content));
    }

    @Test
    void needsAnIdentityOfTheOldFile() {
        var unknown = new Key(BUNDLE, UUID.randomUUID());
        assertTrue(vault().resealer(unknown, new Key(VERSION, NEW.id())).isEmpty());
    }
}
