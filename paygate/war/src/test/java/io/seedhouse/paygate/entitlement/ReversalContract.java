package io.seedhouse.paygate.entitlement;

import static io.seedhouse.paygate.reconciliation.Shop.EXTRAS;
import static io.seedhouse.paygate.reconciliation.Shop.FILM;
import static io.seedhouse.paygate.reconciliation.Shop.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Begin;
import io.seedhouse.paygate.api.Gifts.Redemption.Redeemed;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.Refunds.Refund;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Fulfilment.Outcome;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.fact.Readers;
import io.seedhouse.paygate.reconciliation.Shop;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money given back, disputed and won back, as Stripe tells it by its events. */
abstract class ReversalContract {
    private static final String ANN = "ann@example.com";

    private final Shop shop = new Shop(database()).listening();
    private Begin.Begun order = new Begin.Begun(UUID.randomUUID(), "", null, false);

    abstract TestDatabase database();

    @BeforeEach
    void buy() {
        order = shop.buy(shop.film(500), ANN);
        shop.mails();
        Readers.take(shop.database);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private String payment() {
        return payment(order);
    }

    private String payment(Begin.Begun of) {
        return shop.stripe.paymentOf(Objects.requireNonNull(of.checkoutUrl()));
    }

    private Refund refund(@Nullable Long amount, String key) {
        return shop.refunds.refund(shop.bundle, order.orderId(), amount, key);
    }

    @Test
    void closesTheKeyringWhenAllIsGivenBack() {
        shop.stripe.refund(payment(), 500);
        assertEquals(Status.REFUNDED, shop.status(order));
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
        assertEquals(List.of(), shop.seen(order).grants());
        assertEquals(List.of(Notices.Kind.REFUND), shop.mailKinds());
        assertEquals(List.of("order.refunded"), Readers.take(shop.database));
    }

    /** Stripe's messages are kept back, so that this call is the one that notices. */
    @Test
    void saysWhichCallNoticedWhatBecameOfTheMoney() throws Exception {
        shop.stripe.deliveries("hold");
        shop.stripe.refund(payment(), 500);
        assertEquals(Outcome.REVERSED, shop.fulfilment.fulfilPayment(payment()));
        assertEquals(Outcome.ALREADY_DONE, shop.fulfilment.fulfilPayment(payment()));
        assertEquals(Outcome.NOT_OURS, shop.fulfilment.fulfilPayment("pi_of_somebody_else"));
        assertEquals(Outcome.NOT_OURS, shop.fulfilment.fulfil("cs_test_of_somebody_else"));
    }

    @Test
    void fulfilsByAPaymentThatNoSessionWasSeenFor() throws Exception {
        shop.stripe.deliveries("hold");
        var bobs = shop.begin(shop.film(500), "bob@example.com");
        shop.pay(bobs, Shop.GOOD_CARD);
        assertEquals(Outcome.GRANTED, shop.fulfilment.fulfilPayment(payment(bobs)));
        assertEquals(List.of(FILM), shop.opens(bobs));
    }

    @Test
    void leavesTheKeyringOpenWhenAPartIsGivenBack() {
        shop.stripe.refund(payment(), 200);
        assertEquals(Status.PAID, shop.status(order));
        assertEquals(usd(200), shop.seen(order).refunded());
        assertEquals(List.of(FILM), shop.opens(order));
        shop.stripe.refund(payment(), 100);
        var mails = shop.mails();
        assertEquals(
                List.of(usd(200), usd(100)), mails.stream().map(mail -> mail.amount()).toList());
        shop.stripe.refund(payment(), 200);
        assertEquals(Status.REFUNDED, shop.status(order));
    }

    @Test
    void givesBackWhatThePublisherWants() {
        assertEquals(new Refund.Accepted(usd(200), usd(300)), refund(200L, "first"));
        assertEquals(usd(200), shop.seen(order).refunded());
        assertEquals(new Refund.Accepted(usd(300), usd(0)), refund(null, "rest"));
        assertEquals(Status.REFUNDED, shop.status(order));
        assertEquals(new Refund.NothingPaid(), refund(null, "more"));
    }

    @Test
    void givesBackOnceHoweverOftenItIsAsked() {
        refund(200L, "key");
        assertInstanceOf(Refund.Accepted.class, refund(200L, "key"));
        assertEquals(new Refund.OtherRequest(), refund(100L, "key"));
        assertEquals(usd(200), shop.seen(order).refunded());
    }

    @Test
    void refusesToGiveBackMoreThanIsLeft() {
        refund(200L, "first");
        assertEquals(new Refund.AboveWhatIsLeft(usd(300)), refund(301L, "second"));
        assertEquals(usd(200), shop.seen(order).refunded());
        assertEquals(
                new Refund.Unknown(),
                shop.refunds.refund(UUID.randomUUID(), order.orderId(), null, "x"));
        var free = shop.begin(shop.film(0), "bob@example.com");
        assertEquals(
                new Refund.NothingPaid(),
                shop.refunds.refund(shop.bundle, free.orderId(), null, "x"));
    }

    @Test
    void keepsARefundThatStripeCannotTakeNowAndSendsItLater() {
        shop.stripe.fault("500", 10);
        assertEquals(new Refund.Delayed(usd(500)), refund(null, "key"));
        assertEquals(Status.PAID, shop.status(order));
        shop.stripe.mend();
        shop.clock.advance(java.time.Duration.ofMinutes(2));
        shop.reconcile();
        assertEquals(Status.REFUNDED, shop.status(order));
        assertEquals(List.of(Notices.Kind.REFUND), shop.mailKinds());
    }

    @Test
    void closesTheKeyringWhileADisputeIsOpenAndOpensItWhenWon() {
        var dispute = shop.stripe.dispute(payment(), "fraudulent");
        assertEquals(Status.DISPUTED, shop.status(order));
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
        assertEquals(new Refund.Disputed(), refund(null, "key"));
        shop.stripe.decide(dispute, true);
        assertEquals(Status.PAID, shop.status(order));
        assertEquals("won", shop.seen(order).dispute());
        assertEquals(List.of(FILM), shop.opens(order));
        assertEquals(List.of(Notices.Kind.DISPUTED, Notices.Kind.RESTORED), shop.mailKinds());
        assertEquals(List.of("order.disputed", "order.restored"), Readers.take(shop.database));
    }

    @Test
    void leavesTheKeyringClosedWhenADisputeIsLost() {
        shop.stripe.decide(shop.stripe.dispute(payment(), "fraudulent"), false);
        assertEquals(Status.DISPUTED, shop.status(order));
        assertEquals("lost", shop.seen(order).dispute());
        assertInstanceOf(Access.Revoked.class, shop.keyring(order));
    }

    @Test
    void notesAnEarlyFraudWarningAndLeavesTheKeyringOpen() {
        assertNull(shop.seen(order).fraudWarned());
        shop.stripe.warn(payment());
        assertNotNull(shop.seen(order).fraudWarned());
        assertEquals(List.of(FILM), shop.opens(order));
        assertEquals(List.of("order.fraud_warned"), Readers.take(shop.database));
    }

    @Test
    void takesAGiftFromWhoeverRedeemedItWhenItsMoneyIsGivenBack() {
        var gift = shop.buy(Shop.gift(shop.film(500), ANN, null, ""));
        var token = shop.gifts.issueToken(gift.orderId()).orElseThrow();
        var bobs = assertInstanceOf(Redeemed.class, shop.gifts.redeem(token, "bob@example.com"));
        var dispute = shop.stripe.dispute(payment(gift), "fraudulent");
        assertInstanceOf(Access.Revoked.class, shop.keyring(bobs.orderId(), bobs.orderToken()));
        shop.stripe.decide(dispute, true);
        assertInstanceOf(Access.Open.class, shop.keyring(bobs.orderId(), bobs.orderToken()));
        shop.stripe.refund(payment(gift), 500);
        assertInstanceOf(Access.Revoked.class, shop.keyring(bobs.orderId(), bobs.orderToken()));
        var redeemed = new Begin.Begun(bobs.orderId(), bobs.orderToken(), null, false);
        assertEquals(Status.REFUNDED, shop.status(redeemed));
        shop.reconcile();
        assertEquals(Status.REFUNDED, shop.status(redeemed));
    }

    @Test
    void redeemsNoGiftWhoseMoneyWasGivenBack() {
        var gift = shop.buy(Shop.gift(shop.film(500), ANN, null, ""));
        var token = shop.gifts.issueToken(gift.orderId()).orElseThrow();
        shop.stripe.refund(payment(gift), 500);
        assertTrue(shop.gifts.look(token).isEmpty());
        assertInstanceOf(
                io.seedhouse.paygate.api.Gifts.Redemption.Gone.class,
                shop.gifts.redeem(token, "bob@example.com"));
    }

    @Test
    void closesAnUpgradeWhenTheOrderItCountedOnIsGivenBack() {
        var upgraded = shop.buy(Shop.upgrade(shop.everything(800), ANN, order));
        assertEquals(List.of(EXTRAS, FILM), shop.opens(upgraded));
        shop.stripe.refund(payment(), 500);
        assertEquals(List.of(), shop.opens(upgraded));
        assertEquals(Status.PAID, shop.status(upgraded));
    }

    @Test
    void closesOnlyTheUpgradeWhenItsOwnMoneyIsGivenBack() {
        var upgraded = shop.buy(Shop.upgrade(shop.everything(800), ANN, order));
        shop.stripe.refund(payment(upgraded), 300);
        assertEquals(List.of(), shop.opens(upgraded));
        assertEquals(List.of(FILM), shop.opens(order));
    }

    @Test
    void assemblesWhatSpeaksForThePublisher() {
        var bob = shop.buy(shop.film(500), "bob@example.com");
        shop.mails();
        shop.stripe.dispute(payment(bob), "fraudulent");
        var anns = shop.orders.evidence(shop.bundle, order.orderId()).orElseThrow();
        assertEquals(ANN, anns.order().email());
        var evidence = shop.orders.evidence(shop.bundle, bob.orderId()).orElseThrow();
        assertEquals("bob@example.com", evidence.order().email());
        assertEquals(
                List.of("order.paid", "order.disputed"),
                evidence.history().stream().map(happening -> happening.what()).toList());
        assertEquals(
                List.of(Notices.Kind.RECEIPT),
                evidence.order().mails().stream().map(mail -> mail.kind()).toList());
        assertTrue(shop.orders.evidence(UUID.randomUUID(), bob.orderId()).isEmpty());
    }

    @Test
    void opensAgainWhenARefundFails() {
        var other = shop.begin(shop.film(500), "carl@example.com");
        shop.pay(other, "4000000000005126");
        shop.settle(other);
        shop.mails();
        shop.stripe.refund(payment(other), 500);
        assertEquals(Status.REFUNDED, shop.status(other));
        shop.stripe.advance(java.time.Duration.ofDays(30));
        shop.stripe.settle();
        assertEquals(Status.PAID, shop.status(other));
        assertEquals(usd(0), shop.seen(other).refunded());
        assertEquals(List.of(FILM), shop.opens(other));
    }
}
