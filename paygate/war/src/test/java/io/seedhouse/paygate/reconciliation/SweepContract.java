package io.seedhouse.paygate.reconciliation;

import static io.seedhouse.paygate.reconciliation.Shop.FILM;
import static io.seedhouse.paygate.reconciliation.Shop.GOOD_CARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.checkout.Sellers;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.fact.Readers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is lost, late, double or disordered: one entitlement and one mail in the end. */
abstract class SweepContract {
    private static final String ANN = "ann@example.com";

    private final Shop shop = new Shop(database());

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        shop.close();
    }

    private Begin.Begun paid() {
        var order = shop.begin(shop.film(500), ANN);
        shop.pay(order, GOOD_CARD);
        return order;
    }

    private void assertFulfilledOnce(Begin.Begun order) {
        assertEquals(Status.PAID, shop.status(order));
        assertEquals(List.of(FILM), shop.opens(order));
        assertEquals(List.of(Notices.Kind.RECEIPT), shop.mailKinds());
        assertEquals(List.of("order.paid"), Readers.take(shop.database));
    }

    private String payment(Begin.Begun order) {
        return shop.stripe.paymentOf(Objects.requireNonNull(order.checkoutUrl()));
    }

    @Test
    void findsMoneyOfWhichNobodyTold() {
        var order = paid();
        shop.clock.advance(Duration.ofMinutes(5));
        shop.reconcile();
        assertFulfilledOnce(order);
    }

    @Test
    void findsRefundsAndDisputesOfWhichNobodyTold() {
        var order = shop.buy(shop.film(500), ANN);
        shop.stripe.refund(payment(order), 500);
        var other = shop.buy(shop.film(500), "bob@example.com");
        shop.stripe.dispute(payment(other), "fraudulent");
        shop.reconcile();
        assertEquals(Status.REFUNDED, shop.status(order));
        assertEquals(Status.DISPUTED, shop.status(other));
    }

    @Test
    void findsEventsThatCameWhileStripeCouldNotBeAsked() {
        var order = shop.buy(shop.film(500), ANN);
        shop.reconcile();
        shop.stripe.refund(payment(order), 500);
        shop.stripe.fault("500", 50);
        shop.reconcile();
        assertEquals(Status.PAID, shop.status(order));
        shop.stripe.mend();
        shop.clock.advance(Duration.ofHours(1));
        shop.reconcile();
        assertEquals(Status.REFUNDED, shop.status(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "429", "timeout"})
    void fulfilsInTheEndHoweverStripeFails(String fault) {
        shop.listening();
        var order = shop.begin(shop.film(500), ANN);
        shop.stripe.fault(fault, 1);
        shop.pay(order, GOOD_CARD);
        shop.stripe.mend();
        shop.clock.advance(Duration.ofMinutes(5));
        shop.reconcile();
        assertFulfilledOnce(order);
    }

    @Test
    void closesWhatNobodyPaid() {
        var order = shop.begin(shop.film(500), ANN);
        shop.clock.advance(Duration.ofHours(25));
        shop.reconcile();
        assertEquals(Status.EXPIRED, shop.status(order));
        assertEquals(List.of(), shop.mailKinds());
    }

    @Test
    void closesAnOrderThatWasCutOffBeforeItsSession() {
        var away = Sellers.checkouts(shop.database, new Killed(shop.payments), shop.clock);
        var offer = shop.film(500);
        assertThrows(
                Killed.Kill.class,
                () -> away.begin(io.seedhouse.paygate.api.Checkouts.Request.of(offer, ANN)));
        assertEquals(Status.PENDING, shop.orders.ofBundle(shop.bundle).getFirst().status());
        shop.clock.advance(Duration.ofMinutes(10));
        shop.reconcile();
        assertEquals(Status.EXPIRED, shop.orders.ofBundle(shop.bundle).getFirst().status());
    }

    @Test
    void closesThePaymentPageOfAWithdrawnBundle() {
        var order = shop.begin(shop.film(500), ANN);
        shop.withdraw();
        shop.reconcile();
        assertEquals(Status.EXPIRED, shop.status(order));
        assertTrue(shop.pay(order, GOOD_CARD).contains("expired"));
    }

    @Test
    void keepsTheMoneyOfWhoeverPaidBeforeThePageWasClosed() {
        var order = paid();
        shop.withdraw();
        shop.reconcile();
        assertFulfilledOnce(order);
    }

    @Test
    void waitsAWeekForTheProofOfAnAddress() {
        var offer = shop.offer("Film", new Pricing.ForEmail("usd", "Write."), false, FILM);
        var order =
                shop.begin(
                        new io.seedhouse.paygate.api.Checkouts.Request(
                                offer, ANN, null, null, 0, null, null, null, true, null));
        shop.clock.advance(Duration.ofDays(6));
        shop.reconcile();
        assertEquals(1, shop.orders.confirm(ANN));
        assertEquals(List.of(FILM), shop.opens(order));
    }

    @Test
    void tellsBuyersThatAPremiereWasMovedAndThatItHasBegun() {
        var first = shop.clock.instant().plus(Duration.ofDays(1));
        shop.publish(first);
        var order = shop.buy(shop.film(500), ANN);
        assertEquals(List.of(Notices.Kind.RECEIPT), shop.mailKinds());
        shop.reconcile();
        assertEquals(List.of(), shop.mailKinds());
        var later = first.plus(Duration.ofDays(1));
        shop.publish(later);
        shop.reconcile();
        var mail = shop.mails();
        assertEquals(List.of(Notices.Kind.PREMIERE_MOVED), kinds(mail));
        assertEquals(later, mail.getFirst().premiere());
        shop.clock.advance(Duration.ofDays(2));
        shop.reconcile();
        shop.reconcile();
        assertEquals(List.of(Notices.Kind.PREMIERE), shop.mailKinds());
        assertEquals(List.of(FILM), shop.opens(order));
    }

    /** Batches hold two here; the server dies with the second. */
    @Test
    void tellsEachOfManyBuyersOnceThoughTheServerDiesBetween() {
        var premiere = shop.clock.instant().plus(Duration.ofDays(1));
        shop.publish(premiere);
        var offer = shop.film(500);
        var buyers = List.of("a@x.example", "b@x.example", "c@x.example", "d@x.example");
        buyers.forEach(buyer -> shop.buy(offer, buyer));
        shop.reconcile();
        shop.mails();
        shop.clock.advance(Duration.ofDays(2));
        var dying = new Announcements(shop.database, shop.clock.endingAfter(2), 2);
        assertThrows(IllegalStateException.class, dying::make);
        assertEquals(2, shop.mails().size());
        shop.reconcile();
        assertEquals(List.of(Notices.Kind.PREMIERE, Notices.Kind.PREMIERE), shop.mailKinds());
        shop.reconcile();
        assertEquals(List.of(), shop.mailKinds());
    }

    private static List<Notices.Kind> kinds(List<Notices.Notice> mails) {
        return mails.stream().map(Notices.Notice::kind).toList();
    }

    /** Each event of a life, twice, in any order, by fifty at once. */
    @Test
    void endsInTheSameStateHoweverEventsCome() throws Exception {
        shop.stripe.deliveries("hold");
        var order = paid();
        var dispute = shop.stripe.dispute(payment(order), "fraudulent");
        shop.stripe.warn(payment(order));
        shop.stripe.decide(dispute, true);
        shop.stripe.refund(payment(order), 200);
        shop.stripe.refund(payment(order), 300);
        var events = Signed.all(shop.stripe.events(), shop.clock);
        assertTrue(events.size() >= 6, "events: " + events.size());
        var disordered =
                new ArrayList<>(Stream.of(events, events, events).flatMap(List::stream).toList());
        Collections.shuffle(disordered, new Random(5));
        List<Callable<Integer>> deliveries =
                IntStream.range(0, Math.max(50, disordered.size()))
                        .mapToObj(n -> disordered.get(n % disordered.size()))
                        .<Callable<Integer>>map(event ->
                                () -> shop.webhook.apply(event.payload(), event.signature()))
                        .toList();
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (var done : pool.invokeAll(deliveries)) {
                var status = done.get();
                assertTrue(status == 200 || status == 503, "status " + status);
            }
        }
        shop.reconcile();
        assertEquals(Status.REFUNDED, shop.status(order));
        assertEquals(List.of(), shop.opens(order));
        var mails = shop.mailKinds();
        assertEquals(1, mails.stream().filter(Notices.Kind.RECEIPT::equals).count());
        assertEquals(1, mails.stream().filter(Notices.Kind.REFUND::equals).count());
        var facts = Readers.take(shop.database);
        assertEquals(1, facts.stream().filter("order.paid"::equals).count());
        assertEquals(1, facts.stream().filter("order.fraud_warned"::equals).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout.session.completed",
                "checkout.session.async_payment_succeeded",
                "checkout.session.async_payment_failed",
                "checkout.session.expired",
                "charge.refunded",
                "refund.created",
                "refund.updated",
                "refund.failed",
                "charge.dispute.created",
                "charge.dispute.updated",
                "charge.dispute.closed",
                "charge.dispute.funds_withdrawn",
                "charge.dispute.funds_reinstated",
                "radar.early_fraud_warning.created"
            })
    void doesEverythingOnceHoweverOftenAnEventComesAtOnce(String type) throws Exception {
        shop.stripe.deliveries("hold");
        var order = lifeWith(type);
        var event =
                shop.stripe.events().stream()
                        .filter(sent -> sent.get("type").getAsString().equals(type))
                        .toList();
        var signed = Signed.all(event, shop.clock).getFirst();
        Callable<Integer> delivery = () -> shop.webhook.apply(signed.payload(), signed.signature());
        try (var pool = Executors.newFixedThreadPool(50)) {
            pool.invokeAll(Collections.nCopies(50, delivery));
        }
        shop.clock.advance(Duration.ofMinutes(5));
        shop.reconcile();
        var unpaid =
                type.endsWith("failed") && type.startsWith("checkout") || type.endsWith("expired");
        var open =
                !unpaid
                        && !type.equals("charge.refunded")
                        && !type.equals("refund.created")
                        && !type.equals("refund.updated");
        assertEquals(open ? List.of(FILM) : List.of(), shop.opens(order));
        var mails = shop.mailKinds();
        assertEquals(unpaid ? 0 : 1, mails.stream().filter(Notices.Kind.RECEIPT::equals).count());
        assertEquals(mails.size(), mails.stream().distinct().count(), "mails: " + mails);
        var facts = Readers.take(shop.database);
        assertEquals(facts.size(), facts.stream().distinct().count(), "facts: " + facts);
    }

    /** An order in whose life there is an event of this type; nobody has told the shop of any. */
    private Begin.Begun lifeWith(String type) {
        if (type.contains("async")) {
            var order = shop.begin(inEuro(), ANN);
            shop.pay(
                    order,
                    type.endsWith("failed") ? "AT861904300235473202" : "AT611904300234573201");
            shop.stripe.advance(Duration.ofDays(14));
            return order;
        }
        var order = shop.begin(shop.film(500), ANN);
        if (type.endsWith("expired")) {
            shop.stripe.advance(Duration.ofHours(25));
            return order;
        }
        shop.pay(order, cardFor(type));
        if (type.contains("refund")) {
            shop.stripe.refund(payment(order), 500);
            shop.stripe.advance(Duration.ofDays(20));
        } else if (type.contains("dispute")) {
            shop.stripe.decide(shop.stripe.dispute(payment(order), "fraudulent"), true);
        } else if (type.contains("fraud")) {
            shop.stripe.warn(payment(order));
        }
        return order;
    }

    /** Two cards' refunds come later, or fail. */
    private static String cardFor(String type) {
        return switch (type) {
            case "refund.updated" -> "4000000000007726";
            case "refund.failed" -> "4000000000005126";
            default -> GOOD_CARD;
        };
    }

    @Test
    void fulfilsOnceByFiftyDeliveriesAtOnce() throws Exception {
        shop.stripe.deliveries("hold");
        var order = paid();
        var event = Signed.all(shop.stripe.events(), shop.clock).getFirst();
        Callable<Integer> delivery = () -> shop.webhook.apply(event.payload(), event.signature());
        try (var pool = Executors.newFixedThreadPool(50)) {
            pool.invokeAll(Collections.nCopies(50, delivery));
        }
        shop.clock.advance(Duration.ofMinutes(5));
        shop.reconcile();
        assertFulfilledOnce(order);
    }

    @Test
    void believesNoWebhookWhenTheClockIsWrongAndFulfilsAllTheSame() {
        var order = shop.begin(shop.film(500), ANN);
        shop.stripe.deliverTo(shop.webhook(Clock.offset(shop.clock, Duration.ofMinutes(10))));
        shop.pay(order, GOOD_CARD);
        assertEquals(Status.PENDING, shop.status(order));
        shop.clock.advance(Duration.ofMinutes(5));
        shop.reconcile();
        assertFulfilledOnce(order);
    }

    @Test
    void takesEventsOfAnotherReleaseOfTheApi() {
        shop.listening();
        shop.stripe.release("2019-05-16");
        var order = paid();
        assertFulfilledOnce(order);
        shop.stripe.refund(payment(order), 500);
        assertEquals(Status.REFUNDED, shop.status(order));
    }

    /** Debits from a bank account are for euros only. */
    private java.util.UUID inEuro() {
        var price = new Pricing.Fixed(List.of(new io.seedhouse.paygate.api.Money(500, "eur")));
        return shop.offer("Film", price, false, FILM);
    }

    @Test
    void grantsMoneyThatComesDaysLater() {
        shop.listening();
        var order = shop.begin(inEuro(), ANN);
        assertTrue(shop.pay(order, "AT611904300234573201").endsWith("" + order.orderId()));
        assertEquals(Status.PENDING, shop.status(order));
        assertEquals(List.of(), shop.mailKinds());
        shop.stripe.advance(Duration.ofDays(14));
        shop.stripe.settle();
        assertFulfilledOnce(order);
    }

    @Test
    void closesAnOrderWhoseMoneyNeverCame() {
        shop.listening();
        var order = shop.begin(inEuro(), ANN);
        assertTrue(shop.pay(order, "AT861904300235473202").endsWith("" + order.orderId()));
        assertEquals(Status.PENDING, shop.status(order));
        shop.stripe.advance(Duration.ofDays(14));
        shop.stripe.settle();
        assertEquals(Status.EXPIRED, shop.status(order));
        assertEquals(List.of(), shop.mailKinds());
    }
}
