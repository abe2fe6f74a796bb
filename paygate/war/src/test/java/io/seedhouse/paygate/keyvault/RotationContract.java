package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.RegisteredKey.State;
import io.seedhouse.paygate.keyvault.Rotation.KeyStatus;
import io.seedhouse.paygate.keyvault.Rotation.Outcome;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every identity opens before, during and after a rotation, whatever stops it, on every server. */
abstract class RotationContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final List<PaidFile> FILMS =
            IntStream.range(0, Rewrap.BATCH + 20)
                    .mapToObj(at -> new PaidFile(UUID.randomUUID(), "film%03d.mp4".formatted(at)))
                    .toList();

    @TempDir Path home;
    private final TestDatabase database = database();
    private List<String> recipients = List.of();

    abstract TestDatabase database();

    private PrivateFile file() {
        return new PrivateFile(home.resolve("vault.json"));
    }

    /** As after a restart. */
    private Vault open() {
        return Vault.open(database, file(), Clock.systemUTC());
    }

    @BeforeEach
    void sealSomeIdentities() {
        open();
        var sealer = KeyFile.open(file(), false).now();
        recipients =
                database.inTransaction(
                        db -> FILMS.stream().map(film -> add(db, sealer, film)).toList());
    }

    private static String add(EntityManager db, Sealer sealer, PaidFile film) {
        var key = new SealedIdentity.Key(BUNDLE, film.id());
        var identity = Identity.generate();
        var sealed = sealer.seal(sealer.primary(), key, identity.secret());
        db.persist(
                new SealedIdentity(
                        key, identity.recipient(), sealed, sealer.primary(), Instant.now()));
        return identity.recipient();
    }

    private List<String> opened(Vault vault) {
        var granted = FILMS.stream().map(film -> new Granted(BUNDLE, null, film)).toList();
        return database.inTransaction(db -> vault.unseal(db, granted)).stream()
                .map(Keyring.Entry::identity)
                .map(identity -> identity.recipient())
                .toList();
    }

    private void assertEverythingOpens(Vault... running) {
        assertEquals(recipients, opened(open()), "after a restart");
        for (var vault : running) {
            assertEquals(recipients, opened(vault), "in the running server");
        }
    }

    private int key(State state) {
        return database.inTransaction(db -> KeyRegister.in(state, db)).orElseThrow();
    }

    private List<String> ids(Rotation rotation) {
        return rotation.status().stream().map(KeyStatus::id).toList();
    }

    @Test
    void replacesTheKeyAndLeavesNothingOfTheOldOne() throws Exception {
        var vault = open();
        var rotation = vault.rotation();
        var old = ids(rotation).getFirst();
        assertInstanceOf(Outcome.Done.class, rotation.rotate());
        assertEquals(2, ids(rotation).size());
        assertEverythingOpens(vault);
        assertInstanceOf(Outcome.Done.class, rotation.finish());
        assertEverythingOpens(vault);
        var left = rotation.status().getFirst();
        assertNotEquals(old, left.id());
        assertEquals(new KeyStatus(left.id(), "seals", FILMS.size(), true), left);
        assertEquals(1, rotation.status().size());
        assertFalse(file().read().contains(old), "the old key is gone from the file");
    }

    @Test
    void survivesADeathBetweenEveryTwoSteps() throws Exception {
        var running = open();
        var rotation = running.rotation();
        var sealing = key(State.SEALING);
        var keys = KeyFile.open(file(), false);

        int added = keys.add();
        assertEverythingOpens(running);
        assertTrue(rotation.register(added));
        assertEverythingOpens(running);
        rotation.promote(added);
        assertEverythingOpens(running);
        assertEquals(Rewrap.BATCH, new Rewrap(database, keys).someFrom(sealing));
        assertEverythingOpens(running);
        rotation.rewrap();
        assertEverythingOpens(running);
        assertTrue(rotation.strikeOff(sealing));
        assertEverythingOpens(running);
        assertTrue(rotation.tidyFile(added));
        assertEverythingOpens(running);
    }

    @Test
    void goesOnWhereItWasStopped() {
        int added = KeyFile.open(file(), false).add();
        assertInstanceOf(Outcome.Done.class, open().rotation().rotate());
        assertNotEquals(added, key(State.SEALING), "a key nobody registered is not taken");
        assertInstanceOf(Outcome.Done.class, open().rotation().finish());

        assertInstanceOf(Outcome.Done.class, open().rotation().prepare());
        int next = key(State.NEXT);
        assertInstanceOf(Outcome.Done.class, open().rotation().prepare());
        assertEquals(next, key(State.NEXT), "asked twice it adds one key");
        open().rotation().promote(next);
        assertInstanceOf(Outcome.Done.class, open().rotation().rotate());
        assertEquals(next, key(State.SEALING));
        int retired = key(State.RETIRED);
        assertInstanceOf(Outcome.Done.class, open().rotation().rotate());
        assertEquals(retired, key(State.RETIRED), "asked again it adds no other key");
        open().rotation().strikeOff(retired);
        assertInstanceOf(Outcome.Done.class, open().rotation().finish());
        assertEquals(1, open().rotation().status().size());
        assertEverythingOpens();
    }

    @Test
    void doesNotDropAKeyThatAnIdentityNeeds() {
        var rotation = open().rotation();
        assertInstanceOf(Outcome.Done.class, rotation.prepare());
        assertInstanceOf(Outcome.Refused.class, rotation.finish());
        rotation.promote(key(State.NEXT));
        var refused = assertInstanceOf(Outcome.Refused.class, rotation.finish());
        assertTrue(refused.sentence().startsWith(FILMS.size() + " identities"), refused.sentence());
        assertInstanceOf(Outcome.Refused.class, rotation.prepare());
        assertEquals(2, ids(rotation).size());
        assertEverythingOpens();
    }

    @Test
    void readsAndSealsGoOnDuringItWithNoErrorOnAnyServer() throws Exception {
        var servers = List.of(open(), open());
        var stop = new AtomicBoolean();
        var reads = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(5)) {
            var readers =
                    IntStream.range(0, 3)
                            .mapToObj(at ->
                                    pool.submit(() -> {
                                        while (!stop.get()) {
                                            assertEquals(recipients, opened(servers.get(at % 2)));
                                            reads.incrementAndGet();
                                        }
                                        return true;
                                    }))
                            .toList();
            var writer =
                    pool.submit(() -> {
                        while (!stop.get()) {
                            servers.getLast().recipient(UUID.randomUUID(), UUID.randomUUID());
                        }
                        return true;
                    });
            try {
                for (int round = 0; round < 3; round++) {
                    rotateAndFinish(servers.get(round % 2).rotation());
                }
            } finally {
                stop.set(true);
            }
            for (var reader : readers) {
                assertTrue(reader.get());
            }
            assertTrue(writer.get());
        }
        assertTrue(reads.get() > 0);
        assertEverythingOpens();
    }

    /** A writer may have sealed one more under the old key just before the new one took over. */
    private static void rotateAndFinish(Rotation rotation) {
        assertInstanceOf(Outcome.Done.class, rotation.rotate());
        while (rotation.finish() instanceof Outcome.Refused) {
            assertInstanceOf(Outcome.Done.class, rotation.rotate());
        }
    }

    @Test
    void isOneRotationHoweverManyServersBeginItAtOnce() throws Exception {
        Callable<Outcome> rotate = () -> open().rotation().rotate();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var outcome : pool.invokeAll(Collections.nCopies(4, rotate))) {
                assertTrue(outcome.get().sentence().endsWith("."), outcome.get().sentence());
            }
        }
        assertInstanceOf(Outcome.Done.class, open().rotation().rotate());
        assertEverythingOpens();
        assertEquals(1, states(State.RETIRED));
        assertInstanceOf(Outcome.Done.class, open().rotation().finish());
        assertEverythingOpens();
    }

    private long states(State state) {
        return database.inTransaction(KeyRegister::all).stream()
                .filter(key -> key.state() == state)
                .count();
    }

    @Test
    void waitsForTheFileOnServersThatHaveACopyOfTheirOwn() throws Exception {
        var copy = new PrivateFile(home.resolve("copy.json"));
        copy.create(file().read());
        var other = Vault.open(database, copy, Clock.systemUTC());
        assertInstanceOf(Outcome.Done.class, open().rotation().prepare());
        var refused = assertInstanceOf(Outcome.Refused.class, other.rotation().rotate());
        assertTrue(refused.sentence().contains("copy its key file"), refused.sentence());
        copy.replace(file().read());
        assertInstanceOf(Outcome.Done.class, open().rotation().rotate());
        assertEverythingOpens(other);
        var late = other.recipient(BUNDLE, UUID.randomUUID());
        assertFalse(late.isEmpty());
        assertInstanceOf(
                Outcome.Done.class, open().rotation().finish(), "the other sealed under the new");
        assertEverythingOpens(other);
        assertInstanceOf(Outcome.Done.class, other.rotation().finish());
        assertEquals(1, KeyFile.open(copy, false).now().ids().size());
        assertEverythingOpens(other);
    }

    @Test
    void tellsWhatAServerLacksThatWasForgotten() throws Exception {
        var copy = home.resolve("copy.json");
        Files.copy(file().path(), copy, StandardCopyOption.COPY_ATTRIBUTES);
        var other = Vault.open(database, new PrivateFile(copy), Clock.systemUTC());
        rotateAndFinish(open().rotation());
        var gone = assertThrows(IllegalStateException.class, () -> opened(other));
        assertTrue(gone.toString().contains("copy it from the server"), gone.toString());
        assertThrows(
                IllegalStateException.class,
                () -> Vault.open(database, new PrivateFile(copy), Clock.systemUTC()));
        new PrivateFile(copy).replace(file().read());
        assertEverythingOpens(other);
    }

    @Test
    void namesTheKeysOfRowsFromBeforeRotation() {
        database.inTransaction(db ->
                db.createNativeQuery("update paygate_identity set key_id = null").executeUpdate());
        assertEverythingOpens(open());
        assertEquals(FILMS.size(), open().rotation().status().getFirst().identities());
    }

    @Test
    void leavesARowAloneThatAnotherSealedAnewMeanwhile() throws Exception {
        var rotation = open().rotation();
        var stale =
                database.inTransaction(db ->
                        db.find(
                                SealedIdentity.class,
                                new SealedIdentity.Key(BUNDLE, FILMS.getFirst().id())));
        rotation.rotate();
        var slow = home.resolve("slow.json");
        Files.copy(file().path(), slow, StandardCopyOption.COPY_ATTRIBUTES);
        int middle = key(State.SEALING);
        rotation.finish();
        rotateAndFinish(rotation);
        var keys = KeyFile.open(new PrivateFile(slow), false);
        database.inTransaction(db -> {
            new Rewrap(database, keys).wrap(db, stale, middle);
            return db;
        });
        assertEverythingOpens();
    }
}
