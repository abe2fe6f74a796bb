package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.door.AddressPrefix;
import io.seedhouse.paygate.entitlement.Desks;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.KeyReleases.Released;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.Handover.Given;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.order.Terms;
import io.seedhouse.paygate.payment.PaymentsOff;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HEAD;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on record is what was handed over, neither more nor less. */
abstract class HandoverContract {
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");

    @TempDir static Path home;
    private static final AddressPrefix CLIENT = new AddressPrefix("203.0.113.0/24");

    private final TestDatabase database = database();
    private final Vault vault =
            Vault.open(database, new PrivateFile(home.resolve("vault.json")), Clock.systemUTC());
    private final PaygateOrder order =
            new PaygateOrder(
                    new Offer(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            "Film",
                            new Money(0, "usd"),
                            List.of(FILM)),
                    Terms.plain(new Money(0, "usd")),
                    "Night Train",
                    "buyer@example.com",
                    Instant.now());
    private OrderToken token = OrderToken.generate();

    abstract TestDatabase database();

    @BeforeEach
    void buy() {
        database.inTransaction(db -> {
            db.persist(order);
            db.flush();
            token = OrderBook.issueToken(db, order.id(), Instant.now());
            return Entitlements.pay(db, order, Instant.now());
        });
    }

    private Handover handover() {
        return handover(database);
    }

    private Handover handover(Database gates) {
        var off = new PaymentsOff("off");
        var fulfilment = new Fulfilment(database, off, Clock.systemUTC());
        return new Handover(Desks.gate(gates, fulfilment, off, Clock.systemUTC()), vault);
    }

    private Given give(OrderToken token) {
        return give(handover(), token);
    }

    private Given give(Handover handover, OrderToken token) {
        return handover.give(Optional.of(order.id()), Optional.of(token), CLIENT);
    }

    private List<Released> releases() {
        return Desks.keyReleases(database, order.id());
    }

    @Test
    void recordsEveryKeyringThatLeavesWithItsTimeAndTheNetworkItGoesTo() {
        vault.recipient(order.bundleId(), FILM.id());
        var before = Instant.now();
        var keys = assertInstanceOf(Given.Keys.class, give(token));
        assertTrue(keys.text().contains("AGE-SECRET-KEY-1"));
        assertEquals("Keys", keys.toString());
        var release = releases().getFirst();
        assertEquals(Optional.of(CLIENT), release.client());
        assertTrue(release.time().isAfter(before.minusMillis(1)), release.toString());
        give(token);
        assertEquals(2, releases().size());
    }

    @Test
    void givesNothingWhenTheRecordCannotBeCommitted() {
        vault.recipient(order.bundleId(), FILM.id());
        var failing = handover(new FailingCommit(database));
        assertThrows(CommitFailed.class, () -> give(failing, token));
        assertEquals(List.of(), releases());
    }

    @Test
    void hasTheRecordWhenItIsKilledBetweenTheCommitAndTheFirstByte() {
        vault.recipient(order.bundleId(), FILM.id());
        var killed = handover(new KilledAfterCommit(database));
        assertThrows(Killed.class, () -> give(killed, token));
        assertEquals(1, releases().size());
    }

    @Test
    void takesTwoQueriesAndOneNewRowInOneTransaction() {
        vault.recipient(order.bundleId(), FILM.id());
        var transactions = new AtomicInteger();
        var counted = handover(counting(transactions));
        var statements = database.statements();
        assertInstanceOf(Given.Keys.class, give(counted, token));
        assertEquals(1, transactions.get());
        assertEquals(3, database.statements() - statements);
    }

    @Test
    void recordsNothingWhenTheKeyringCannotBeWritten() {
        assertThrows(IllegalStateException.class, () -> give(token));
        assertEquals(List.of(), releases());
    }

    @Test
    void recordsNothingForALook() throws Exception {
        vault.recipient(order.bundleId(), FILM.id());
        assertInstanceOf(
                Access.Open.class, handover().look(Optional.of(order.id()), Optional.of(token)));
        assertEquals(List.of(), releases());
        assertTrue(
                Arrays.stream(KeyringResource.class.getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(HEAD.class)),
                "a HEAD must not run into GET");
    }

    @Test
    void refusesAndRecordsNothingForAnotherToken() {
        assertEquals(new Given.Refused(new Access.Unknown()), give(OrderToken.generate()));
        assertEquals(
                new Given.Refused(new Access.Unknown()),
                handover().give(Optional.of(order.id()), Optional.empty(), CLIENT));
        assertEquals(List.of(), releases());
    }

    private Database counting(AtomicInteger transactions) {
        return new Database() {
            @Override
            public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
                transactions.incrementAndGet();
                return database.inTransaction(work);
            }
        };
    }

    /** Everything was written and flushed; then the database says no to the commit. */
    private record FailingCommit(Database real) implements Database {
        @Override
        public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
            return real.inTransaction(db -> {
                var unused = work.apply(db);
                db.flush();
                throw new CommitFailed();
            });
        }
    }

    private record KilledAfterCommit(Database real) implements Database {
        @Override
        public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
            real.inTransaction(work);
            throw new Killed();
        }
    }

    private static final class CommitFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
