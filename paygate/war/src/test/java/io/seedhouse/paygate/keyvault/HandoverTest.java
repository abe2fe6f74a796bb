package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Desks;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.keyvault.Handover.Given;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.PaymentsOff;
import jakarta.ws.rs.HEAD;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on record is what was handed over, neither more nor less. */
class HandoverTest {
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");
    private static final OrderToken TOKEN = OrderToken.generate();

    @TempDir static Path home;
    private final TestDatabase database = TestDatabase.h2();
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
                    "Night Train",
                    "buyer@example.com",
                    TOKEN,
                    Instant.now());

    @BeforeEach
    void buy() {
        database.inTransaction(db -> {
            db.persist(order);
            db.flush();
            return Entitlements.pay(db, order, Instant.now());
        });
    }

    private Handover handover() {
        var off = new PaymentsOff("off");
        var fulfilment = new Fulfilment(database, off, Clock.systemUTC());
        return new Handover(Desks.gate(database, fulfilment, off, Clock.systemUTC()), vault);
    }

    private Given give(OrderToken token) {
        return handover().give(Optional.of(order.id()), Optional.of(token));
    }

    private long releases() {
        return Desks.keyReleases(database, order.id());
    }

    @Test
    void recordsEveryKeyringThatLeaves() {
        vault.recipient(order.bundleId(), FILM.id());
        var keys = assertInstanceOf(Given.Keys.class, give(TOKEN));
        assertTrue(keys.text().contains("AGE-SECRET-KEY-1"));
        assertEquals("Keys", keys.toString());
        assertEquals(1, releases());
        give(TOKEN);
        assertEquals(2, releases());
    }

    @Test
    void recordsNothingWhenTheKeyringCannotBeWritten() {
        assertThrows(IllegalStateException.class, () -> give(TOKEN));
        assertEquals(0, releases());
    }

    @Test
    void recordsNothingForALook() throws Exception {
        vault.recipient(order.bundleId(), FILM.id());
        assertInstanceOf(
                Access.Open.class, handover().look(Optional.of(order.id()), Optional.of(TOKEN)));
        assertEquals(0, releases());
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
                handover().give(Optional.of(order.id()), Optional.empty()));
        assertEquals(0, releases());
    }
}
