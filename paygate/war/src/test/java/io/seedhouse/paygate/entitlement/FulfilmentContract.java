package io.seedhouse.paygate.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Fulfilment.Outcome;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.order.Terms;
import io.seedhouse.paygate.payment.OneSession;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.PaymentSession.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What fulfilment makes of sessions that Stripe would hardly ever answer. */
abstract class FulfilmentContract {
    private static final Money PRICE = new Money(500, "usd");
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");

    private final TestDatabase database = database();

    abstract TestDatabase database();

    private PaygateOrder order() {
        var offer = new Offer(UUID.randomUUID(), UUID.randomUUID(), "Film", PRICE, List.of(FILM));
        var order =
                new PaygateOrder(
                        offer, Terms.plain(PRICE), "Night Train", "a@example.com", Instant.now());
        return database.inTransaction(db -> {
            db.persist(order);
            return order;
        });
    }

    private Outcome fulfil(PaygateOrder order, State state, Money total) throws Exception {
        var session = new PaymentSession("cs_" + order.id(), order.id(), state, total, true);
        return new Fulfilment(database, new OneSession(session), Clock.systemUTC())
                .fulfil(session.id());
    }

    private Status status(PaygateOrder order) {
        return database.inTransaction(
                db -> OrderBook.ofBundle(db, order.bundleId()).getFirst().status());
    }

    private int grants(PaygateOrder order) {
        return database.inTransaction(db -> Entitlements.ofOrder(db, order.id()).size());
    }

    @Test
    void grantsNothingForAnotherAmount() throws Exception {
        var order = order();
        assertEquals(Outcome.NOT_OURS, fulfil(order, State.PAID, new Money(499, "usd")));
        assertEquals(Status.PENDING, status(order));
        assertEquals(0, grants(order));
    }

    @Test
    void grantsNothingForAnotherCurrency() throws Exception {
        var order = order();
        assertEquals(Outcome.NOT_OURS, fulfil(order, State.PAID, new Money(500, "jpy")));
        assertEquals(0, grants(order));
    }

    @Test
    void findsTheOrderThatWasCutOffBeforeItLearntItsSession() throws Exception {
        var order = order();
        assertEquals(Outcome.GRANTED, fulfil(order, State.PAID, PRICE));
        assertEquals(1, grants(order));
        assertEquals(true, database.inTransaction(OrderBook::seenLive));
    }

    @Test
    void grantsForMoneyThatCameAfterTheOrderWasClosed() throws Exception {
        var order = order();
        assertEquals(Outcome.WAITING, fulfil(order, State.OPEN, PRICE));
        assertEquals(Outcome.EXPIRED, fulfil(order, State.CLOSED, PRICE));
        assertEquals(Outcome.ALREADY_DONE, fulfil(order, State.CLOSED, PRICE));
        assertEquals(Outcome.GRANTED, fulfil(order, State.PAID, PRICE));
        assertEquals(Outcome.ALREADY_DONE, fulfil(order, State.CLOSED, PRICE));
        assertEquals(Status.PAID, status(order));
    }

    @Test
    void doesNotGiveAnOrderToTheSessionOfAnother() throws Exception {
        var order = order();
        assertEquals(Outcome.WAITING, fulfil(order, State.OPEN, PRICE));
        var second = new PaymentSession("cs_second", order.id(), State.PAID, PRICE, true);
        assertEquals(
                Outcome.NOT_OURS,
                new Fulfilment(database, new OneSession(second), Clock.systemUTC())
                        .fulfil("cs_second"));
        assertEquals(Status.PENDING, status(order));
    }

    @Test
    void knowsNoOrderOfAStrangersSession() throws Exception {
        var stranger =
                new PaymentSession("cs_strange", UUID.randomUUID(), State.PAID, PRICE, false);
        assertEquals(
                Outcome.NOT_OURS,
                new Fulfilment(database, new OneSession(stranger), Clock.systemUTC())
                        .fulfil("cs_strange"));
    }
}
