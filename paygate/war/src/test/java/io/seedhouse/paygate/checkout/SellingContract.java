package io.seedhouse.paygate.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.net.Webhook;
import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offers.PutOffer;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Desks;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.Fulfilment.Outcome;
import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.offer.Books;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.Payments.Opening;
import io.seedhouse.paygate.payment.Payments.Purchase;
import io.seedhouse.paygate.payment.PaymentsOff;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.sandbox.RunningSandbox;
import io.seedhouse.paygate.stripe.Hooks;
import io.seedhouse.paygate.stripe.StripeAccount;
import io.seedhouse.paygate.stripe.StripeEvents;
import io.seedhouse.paygate.stripe.StripePayments;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the checkout to the keyring, through stripe-java and real HTTP, on every database. */
abstract class SellingContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");
    private static final String BUYER = "buyer@example.com";
    private static final String GOOD_CARD = "4242424242424242";

    private final TestDatabase database = database();
    private final TestClock clock = new TestClock();
    private final RunningSandbox stripe = new RunningSandbox(database, clock);
    private final StripePayments payments = payments(stripe.url());
    private final Fulfilment fulfilment = new Fulfilment(database, payments, clock);
    private final Orders orders = Desks.orders(database, fulfilment, clock);
    private final KeyringGate gate = Desks.gate(database, fulfilment, payments, clock);
    private final AtomicInteger buyers = new AtomicInteger();
    private final CheckoutDesk checkouts = desk(payments);
    private final StripeEvents events =
            new StripeEvents(Optional.of(RunningSandbox.WEBHOOK_SECRET), clock);

    abstract TestDatabase database();

    @AfterEach
    void stop() {
        stripe.close();
    }

    private static StripePayments payments(String url) {
        return payments(url, RunningSandbox.API_KEY);
    }

    private static StripePayments payments(String url, String key) {
        return new StripePayments(
                new StripeAccount(Optional.of(url), key), "https://films.example");
    }

    /** Takes a person longer than the pause between two questions to Stripe. */
    private String pay(Begin.Begun order, String card) {
        clock.advance(Duration.ofSeconds(2));
        return stripe.pay(url(order), card);
    }

    private UUID offer(long amount) {
        return offer(amount, FILM);
    }

    private UUID offer(long amount, PaidFile... files) {
        return Books.with(
                database,
                book ->
                        assertInstanceOf(
                                        PutOffer.Saved.class,
                                        book.put(
                                                BUNDLE,
                                                "Film",
                                                new Money(amount, "usd"),
                                                List.of(files)))
                                .offer()
                                .id());
    }

    private void publish(@Nullable Instant premiere) {
        Books.with(
                database,
                book -> {
                    book.release(
                            new Release(
                                    BUNDLE,
                                    "Night Train",
                                    "night-train",
                                    premiere,
                                    Set.of(FILM.id())));
                    return premiere;
                });
    }

    private Begin.Begun begin(long amount) {
        publish(null);
        return assertInstanceOf(
                Begin.Begun.class, checkouts.begin(Request.of(offer(amount), somebody())));
    }

    /** Each buyer is another one: nobody pays twice for what they own. */
    private String somebody() {
        return "buyer" + buyers.incrementAndGet() + "@example.com";
    }

    private static Begin notOnSale(UUID offer) {
        return new Begin.Refused(new Refusal.NotOnSale(offer));
    }

    private CheckoutDesk desk(Payments by) {
        return new CheckoutDesk(database, by, new Fulfilment(database, by, clock), clock);
    }

    private static String url(Begin.Begun order) {
        var url = order.checkoutUrl();
        if (url == null) {
            throw new AssertionError("nothing to pay");
        }
        return url;
    }

    private static String session(Begin.Begun order) {
        return url(order).substring(url(order).lastIndexOf('/') + 1);
    }

    private Status status(Begin.Begun order) {
        return orders.find(order.orderId(), order.orderToken()).orElseThrow().status();
    }

    private Access keyring(Begin.Begun order) {
        return gate.open(order.orderId(), new OrderToken(order.orderToken()));
    }

    @Test
    void sellsAKeyringToTheBuyerWhoReturns() {
        var order = begin(500);
        assertEquals(Status.PENDING, status(order));
        assertEquals(new Access.Unpaid(false), keyring(order));

        var back = pay(order, GOOD_CARD);

        assertEquals("https://films.example/orders/" + order.orderId(), back);
        assertEquals(Status.PAID, status(order));
        var open = assertInstanceOf(Access.Open.class, keyring(order));
        assertEquals(List.of(FILM), open.files());
        assertEquals("Night Train", open.title());
    }

    @Test
    void sellsNothingOfAWithdrawnBundleButKeepsWhatWasSoldAndWhatWasBegun() {
        var sold = begin(500);
        pay(sold, GOOD_CARD);
        var begun = begin(500);
        withdraw();
        assertInstanceOf(Begin.Refused.class, checkouts.begin(Request.of(offer(500), somebody())));
        assertInstanceOf(Begin.Refused.class, checkouts.begin(Request.of(offer(0), BUYER)));
        assertInstanceOf(Access.Open.class, keyring(sold));
        pay(begun, GOOD_CARD);
        assertEquals(Status.PAID, status(begun));
        publish(null);
        assertInstanceOf(Begin.Begun.class, checkouts.begin(Request.of(offer(500), somebody())));
    }

    @Test
    void keepsThePremiereOfAWithdrawnBundle() {
        publish(clock.instant().plusSeconds(3600));
        var free =
                assertInstanceOf(Begin.Begun.class, checkouts.begin(Request.of(offer(0), BUYER)));
        withdraw();
        assertInstanceOf(Access.TooEarly.class, keyring(free));
        clock.advance(Duration.ofHours(1));
        assertInstanceOf(Access.Open.class, keyring(free));
    }

    private void withdraw() {
        Books.with(
                database,
                book -> {
                    book.withdraw(BUNDLE);
                    return book;
                });
    }

    @Test
    void fulfilsByTheWebhookAloneAndTakesTheSameEventTwice() throws Exception {
        var order = begin(500);
        var hook = Hooks.hook(events, payments, fulfilment, database);
        stripe.deliverTo((payload, signature) ->
                hook.apply(payload, signature) == 200 ? hook.apply(payload, signature) : 500);

        pay(order, GOOD_CARD);

        assertEquals(200, stripe.nextDelivery());
        assertEquals(Status.PAID, publishers(order).status());
        assertEquals(List.of("film.mp4"), publishers(order).grants());
    }

    @Test
    void retriesAnEventThatTheWebhookDidNotTake() throws Exception {
        var order = begin(500);
        pay(order, GOOD_CARD);
        assertEquals(500, stripe.nextDelivery());
        stripe.deliverTo(Hooks.hook(events, payments, fulfilment, database));
        assertEquals(200, stripe.nextDelivery());
        assertEquals(Status.PAID, publishers(order).status());
    }

    @Test
    void grantsOnceHoweverManyCallAtOnce() throws Exception {
        var order = begin(500);
        pay(order, GOOD_CARD);
        Callable<Outcome> fulfil = () -> fulfilled(session(order));
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        try (var pool = Executors.newFixedThreadPool(20)) {
            for (var done : pool.invokeAll(IntStream.range(0, 20).mapToObj(_ -> fulfil).toList())) {
                outcomes.merge(done.get(), 1, Integer::sum);
            }
        }
        assertEquals(Map.of(Outcome.GRANTED, 1, Outcome.ALREADY_DONE, 19), outcomes);
        assertEquals(List.of("film.mp4"), publishers(order).grants());
    }

    /** Of many callers some find no place at the turnstile, and ask again. */
    private Outcome fulfilled(String session) throws PaymentsUnavailable {
        for (var tries = 0; tries < 100; tries++) {
            try {
                return fulfilment.fulfil(session);
            } catch (PaymentsUnavailable e) {
                // asked again
            }
        }
        return fulfilment.fulfil(session);
    }

    @Test
    void leavesTheOrderPendingWhenTheCardIsRefused() {
        var order = begin(500);
        var page = pay(order, "4000000000009995");
        assertTrue(page.contains("Your card has insufficient funds."), page);
        assertEquals(Status.PENDING, status(order));
        assertEquals(new Access.Unpaid(false), keyring(order));
        pay(order, GOOD_CARD);
        assertEquals(Status.PAID, status(order));
    }

    @Test
    void closesAnOrderThatNobodyPaidInADay() {
        var order = begin(500);
        clock.advance(Duration.ofHours(24));
        assertTrue(pay(order, GOOD_CARD).contains("Payment expired"));
        assertEquals(Status.EXPIRED, status(order));
        assertEquals(new Access.Unpaid(true), keyring(order));
    }

    @Test
    void chargesThePriceTheOrderWasBegunWith() {
        var order = begin(500);
        offer(900);
        pay(order, GOOD_CARD);
        assertEquals(Status.PAID, status(order));
        assertEquals(new Money(500, "usd"), publishers(order).amount());
    }

    @Test
    void givesAFreeOfferWithoutAskingForMoney() {
        var order = begin(0);
        assertNull(order.checkoutUrl());
        stripe.close();
        assertEquals(Status.PAID, status(order));
        assertInstanceOf(Access.Open.class, keyring(order));
    }

    @Test
    void keepsTheKeyringUntilThePremiere() {
        var order = begin(0);
        var premiere = clock.instant().plus(Duration.ofDays(1));
        publish(premiere);
        assertEquals(new Access.TooEarly(clock.instant(), premiere), keyring(order));
        clock.advance(Duration.ofDays(1));
        assertInstanceOf(Access.Open.class, keyring(order));
    }

    @Test
    void opensToTheOrdersOwnTokenOnly() {
        var order = begin(0);
        var other = begin(0);
        assertEquals(
                new Access.Unknown(),
                gate.open(order.orderId(), new OrderToken(other.orderToken())));
        assertEquals(
                new Access.Unknown(),
                gate.open(UUID.randomUUID(), new OrderToken(order.orderToken())));
        assertEquals(Optional.empty(), orders.find(order.orderId(), other.orderToken()));
    }

    @Test
    void sellsNothingThatIsNotPublished() {
        var offer = offer(500);
        assertEquals(notOnSale(offer), checkouts.begin(Request.of(offer, BUYER)));
        var unknown = UUID.randomUUID();
        assertEquals(notOnSale(unknown), checkouts.begin(Request.of(unknown, BUYER)));
        assertEquals(
                new Begin.Refused(new Refusal.InvalidEmail("buyer")),
                checkouts.begin(Request.of(offer, "buyer")));
    }

    @Test
    void sellsNoFileThatWasNotSealed() {
        publish(null);
        var offer = offer(500, FILM, new PaidFile(UUID.randomUUID(), "removed.mp4"));
        assertEquals(notOnSale(offer), checkouts.begin(Request.of(offer, BUYER)));
        assertEquals(List.of(), orders.ofBundle(BUNDLE));
        assertInstanceOf(Begin.Begun.class, checkouts.begin(Request.of(offer(500, FILM), BUYER)));
    }

    @Test
    void saysSoWhenThePaymentProviderIsAway() {
        publish(null);
        var offer = offer(500);
        var away = desk(payments("http://127.0.0.1:1"));
        assertInstanceOf(Begin.Unavailable.class, away.begin(Request.of(offer, BUYER)));
        var off = desk(new PaymentsOff("Payments are off."));
        assertEquals(
                new Begin.Unavailable("Payments are off."), off.begin(Request.of(offer, BUYER)));
        assertTrue(
                orders.ofBundle(BUNDLE).stream()
                        .allMatch(order -> order.status() == Status.EXPIRED));
    }

    @Test
    void answersPendingWhileThePaymentProviderIsAway() {
        var order = begin(500);
        pay(order, GOOD_CARD);
        stripe.close();
        assertEquals(Status.PENDING, status(order));
    }

    @Test
    void asksStripeToSendTheEventAgainWhileItCannotBeRead() throws Exception {
        var order = begin(500);
        pay(order, GOOD_CARD);
        stripe.close();
        assertEquals(503, deliver(session(order), RunningSandbox.WEBHOOK_SECRET));
        assertEquals(400, deliver(session(order), "whsec_guessed"));
    }

    @Test
    void looksAgainAtAnEventWhoseOrderWasNotFound() throws Exception {
        publish(null);
        desk(payments("http://127.0.0.1:1")).begin(Request.of(offer(500), BUYER));
        var order = orders.ofBundle(BUNDLE).getFirst().orderId();
        var purchase =
                new Purchase(
                        UUID.randomUUID(),
                        1,
                        "Night Train",
                        "Film",
                        "night-train",
                        BUYER,
                        new Money(500, "usd"),
                        new Money(0, "usd"),
                        false);
        var session = assertInstanceOf(Opening.Opened.class, payments.open(purchase));
        stripe.pay(session.url(), GOOD_CARD);
        assertEquals(200, deliver(session.sessionId(), RunningSandbox.WEBHOOK_SECRET));
        assertEquals(Status.EXPIRED, orders.ofBundle(BUNDLE).getFirst().status());
        database.inTransaction(db -> {
            OrderBook.lock(db, order).orElseThrow().attach(session.sessionId(), false);
            return order;
        });
        assertEquals(200, deliver(session.sessionId(), RunningSandbox.WEBHOOK_SECRET));
        assertEquals(Status.PAID, orders.ofBundle(BUNDLE).getFirst().status());
    }

    @Test
    void asksStripeAboutAnOrderAtMostOnceInTwoSeconds() {
        var order = begin(500);
        assertEquals(Status.PENDING, status(order));
        stripe.pay(url(order), GOOD_CARD);
        clock.advance(Duration.ofMillis(1999));
        assertEquals(Status.PENDING, status(order));
        assertEquals(new Access.Unpaid(false), keyring(order));
        clock.advance(Duration.ofMillis(1));
        assertEquals(Status.PAID, status(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_x", "rk_live_x"})
    void opensNothingForPlayMoneyInAShopThatTakesReal(String key) {
        var played = begin(500);
        pay(played, GOOD_CARD);
        assertInstanceOf(Access.Open.class, keyring(played));
        var free = begin(0);
        var real = Desks.gate(database, fulfilment, payments(stripe.url(), key), clock);
        assertEquals(
                new Access.Unpaid(true),
                real.open(played.orderId(), new OrderToken(played.orderToken())));
        assertInstanceOf(
                Access.Open.class, real.open(free.orderId(), new OrderToken(free.orderToken())));
    }

    /** The same event of a session, however often it is called. */
    private int deliver(String session, String secret) throws Exception {
        var payload =
                "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
                        .formatted(session);
        var time = clock.instant().getEpochSecond();
        var mac = Webhook.Util.computeHmacSha256(secret, time + "." + payload);
        return Hooks.hook(events, payments, fulfilment, database)
                .apply(payload, "t=%d,v1=%s".formatted(time, mac));
    }

    private PublishersOrder publishers(Begin.Begun begun) {
        return orders.ofBundle(BUNDLE).stream()
                .filter(order -> order.orderId().equals(begun.orderId()))
                .findFirst()
                .orElseThrow();
    }
}
