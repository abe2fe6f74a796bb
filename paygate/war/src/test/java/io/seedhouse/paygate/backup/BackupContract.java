package io.seedhouse.paygate.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Desks;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.keyvault.Vaults;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.order.Terms;
import io.seedhouse.paygate.payment.PaymentsOff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is everything but the key, of one moment; with the key it is the shop again. */
abstract class BackupContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");
    private OrderToken token = OrderToken.generate();

    @TempDir Path home;
    private final TestDatabase database = database();
    private final PaygateOrder order = order();

    abstract TestDatabase database();

    @BeforeEach
    void sell() {
        Vaults.recipient(database, key(), BUNDLE, FILM);
        token = buy(order);
    }

    private static PaygateOrder order() {
        var offer =
                new Offer(UUID.randomUUID(), BUNDLE, "Film", new Money(0, "usd"), List.of(FILM));
        return new PaygateOrder(
                offer,
                Terms.plain(new Money(0, "usd")),
                "Night \"Train\"\n\u2603",
                "buyer@example.com",
                Instant.now());
    }

    private OrderToken buy(PaygateOrder bought) {
        return database.inTransaction(db -> {
            db.persist(bought);
            db.flush();
            Entitlements.pay(db, bought, Instant.now());
            return OrderBook.issueToken(db, bought.id(), Instant.now());
        });
    }

    private Path key() {
        return home.resolve("vault.json");
    }

    private Path file() {
        return home.resolve("backup.zip");
    }

    private Path backUp() throws BackupFailed {
        var backup = new Backup();
        backup.source = database.source();
        backup.clock = Clock.systemUTC();
        assertTrue(backup.write(file()) > 0);
        return file();
    }

    private static void restore(Path file, TestDatabase target, Path keyFile) throws BackupFailed {
        var restore = new Restore();
        restore.source = target.source();
        restore.keys = Vaults.check(target, keyFile);
        restore.from(file);
    }

    private static KeyringGate gate(Database database) {
        var off = new PaymentsOff("off");
        var fulfilment = new Fulfilment(database, off, Clock.systemUTC());
        return Desks.gate(database, fulfilment, off, Clock.systemUTC());
    }

    private String keyring(Database from) {
        return Vaults.keyring(from, key(), gate(from), order.id(), token);
    }

    private static String refused(Path file, TestDatabase target, Path keyFile) {
        return String.valueOf(
                assertThrows(BackupFailed.class, () -> restore(file, target, keyFile))
                        .getMessage());
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (var db = database.source().getConnection();
                var statement = db.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    @Test
    void withTheKeyFileTheSameKeyringComesOut() throws Exception {
        var keyring = keyring(database);
        assertTrue(keyring.contains("AGE-SECRET-KEY-1"));
        var restored = database.another();
        restore(backUp(), restored, key());
        assertEquals(keyring, keyring(restored));
        assertEquals(1 + 1, Desks.keyReleases(restored, order.id()).size(), "the audit came along");
    }

    @Test
    void withoutTheKeyFileItIsUselessAndNothingIsRestored() throws Exception {
        var other = home.resolve("other.json");
        var target = database.another();
        var sentence = refused(backUp(), target, other);
        assertTrue(sentence.contains("put the key file there"), sentence);
        assertEquals(0, count(target, "paygate_order"));
        assertEquals(0, count(target, "paygate_identity"));
        restore(file(), target, key());
        assertTrue(keyring(target).contains("AGE-SECRET-KEY-1"));
    }

    @Test
    void aServerWithoutTheKeyFileDoesNotStartOnWhatWasRestored() throws Exception {
        var restored = database.another();
        restore(backUp(), restored, key());
        Files.delete(key());
        var failure =
                assertThrows(IllegalStateException.class, () -> Vaults.check(restored, key()));
        assertTrue(failure.toString().contains("restore the file from its backup"), "" + failure);
    }

    @Test
    void holdsNoIdentityAndNoTokenInClearAndIsForItsOwnerOnly() throws Exception {
        var keyring = keyring(database);
        var secret =
                keyring.lines().filter(line -> line.startsWith("AGE-")).findFirst().orElseThrow();
        try (var zip = new ZipFile(backUp().toFile())) {
            var all = new ByteArrayOutputStream();
            for (var entry : zip.stream().toList()) {
                zip.getInputStream(entry).transferTo(all);
            }
            var text = all.toString(StandardCharsets.UTF_8);
            assertTrue(text.contains("buyer@example.com"), "the test looks into the right thing");
            assertFalse(text.contains(secret), "an identity in clear");
            assertFalse(text.contains("AGE-SECRET-KEY"), "an identity in clear");
        }
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void isOfOneMomentThoughTheShopGoesOn() throws Exception {
        var stop = new AtomicBoolean();
        var restored = database.another();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var sold = new AtomicLong();
            var shop =
                    pool.submit(() -> {
                        while (!stop.get()) {
                            buy(order());
                            sold.incrementAndGet();
                        }
                        return true;
                    });
            try {
                while (sold.get() < 20) {
                    Thread.onSpinWait();
                }
                backUp();
            } finally {
                stop.set(true);
            }
            assertTrue(shop.get());
        }
        restore(file(), restored, key());
        long orders = count(restored, "paygate_order");
        assertTrue(orders > 20, "orders");
        assertEquals(orders, count(restored, "paygate_entitlement"));
        assertEquals(orders, count(restored, "paygate_order_file"));
    }

    @Test
    void isRefusedByADatabaseThatHoldsAnything() throws Exception {
        var sentence = refused(backUp(), database, key());
        assertTrue(sentence.contains("not empty (paygate_"), sentence);
        assertTrue(keyring(database).contains("AGE-SECRET-KEY-1"), "as it was");
    }

    @Test
    void replacesNoFile() throws Exception {
        backUp();
        var before = Files.readAllBytes(file());
        var failure = assertThrows(BackupFailed.class, this::backUp);
        assertTrue(failure.toString().contains("is there already"), failure.toString());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file())));
    }

    @Test
    void saysInOneSentenceWhyItCouldNotBeWritten() throws Exception {
        var backup = new Backup();
        backup.source = database.source();
        backup.clock = Clock.systemUTC();
        var failure =
                assertThrows(
                        BackupFailed.class, () -> backup.write(home.resolve("none/backup.zip")));
        assertTrue(failure.toString().contains("could not be written"), failure.toString());
        try (var left = Files.list(home)) {
            assertEquals(List.of(key()), left.toList(), "no draft is left behind");
        }
    }

    @Test
    void saysThatTheDiskIsFullHoweverMuchWasWritten() throws Exception {
        var backup = new Backup();
        backup.source = database.source();
        backup.clock = Clock.systemUTC();
        var whole = new ByteArrayOutputStream();
        backup.write(whole);
        for (int room = 0; room < whole.size() - 100; room += 300) {
            var disk = new FullDisk(room);
            var failure = assertThrows(IOException.class, () -> backup.write(disk));
            assertEquals("No space left on device", failure.getMessage());
        }
    }

    private static final class FullDisk extends OutputStream {
        private int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int octet) throws IOException {
            if (--room < 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void restoresNoFileThatIsNoBackup() throws Exception {
        var target = database.another();
        Files.writeString(file(), "no zip");
        assertTrue(refused(file(), target, key()).contains("no backup that can be read"));
        Files.delete(file());
        var whole = Files.readAllBytes(backUp());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refused(file(), target, key()).contains("no backup that can be read"));
        assertTrue(refused(home.resolve("none.zip"), target, key()).contains("none.zip"));
    }

    @Test
    void isRestoredByTheVersionThatMadeItOnly() throws Exception {
        var target = database.another();
        try (var db = target.source().getConnection();
                var statement = db.createStatement()) {
            statement.executeUpdate(
                    "update paygate_schema_history set version = '999' where installed_rank ="
                            + " (select max(installed_rank) from paygate_schema_history)");
        }
        assertTrue(refused(backUp(), target, key()).contains("another version"));
    }

    @Test
    void numbersNewRowsAfterThoseOfTheBackup() throws Exception {
        var restored = database.another();
        try {
            counted(database);
            execute(database, "insert into counted (note) values ('one'), (null)");
            counted(restored);
            restore(backUp(), restored, key());
            execute(restored, "insert into counted (note) values ('three')");
            assertEquals(3, count(restored, "counted where id <= 3"));
        } finally {
            execute(database, "drop table counted");
        }
    }

    private static void counted(TestDatabase target) throws SQLException {
        execute(
                target,
                "create table counted (id bigint generated by default as identity primary key,"
                        + " note varchar(10))");
    }

    private static void execute(TestDatabase target, String sql) throws SQLException {
        try (var db = target.source().getConnection();
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void isRestoredIntoADatabaseOfTheSameKindOnly() throws Exception {
        var file = backUp();
        var other = database.ofTheOtherKind();
        assertTrue(refused(file, other, home.resolve("none.json")).contains("of the same kind"));
    }
}
