package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The server is killed (SIGKILL) between every two steps from an order to a mail, and started
 * again. Each time there is one order, one entitlement and one mail in the end; a second copy of a
 * mail only where the mail server had said yes and we had not written it down.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledBetweenStepsIT {
    private static final String PAYGATE = "io.seedhouse.paygate.";
    private static final String CARD = "4242424242424242";
    private static final String RECEIPT = "Nine lives";

    private KilledShop shop;

    /** What must have been mailed in the end. */
    private final List<Expected> mails = new ArrayList<>();

    private record Expected(String step, String email, int copies) {}

    @BeforeAll
    void open() throws Exception {
        shop = new KilledShop("killed-shop");
    }

    @AfterAll
    void close() throws Exception {
        shop.close();
    }

    private static String email(String step) {
        return step + "@audience.example";
    }

    private static String key(String step) {
        return step + "-0123456789abcdefghij";
    }

    private Buyer begun(String step) throws Exception {
        Buyer[] buyer = new Buyer[1];
        shop.on(() -> buyer[0] = shop.checkout(email(step), key(step)));
        return buyer[0];
    }

    private void pay(Buyer buyer) throws Exception {
        shop.on(() -> buyer.pay(CARD));
    }

    private void assertOneOrder(String step, int copies) throws Exception {
        assertEquals(1, shop.orders(email(step)), "orders");
        mails.add(new Expected(step, email(step), copies));
    }

    private void assertKeyringAtOnce(Buyer buyer) throws Exception {
        shop.on(() -> assertEquals(200, buyer.keyring().status()));
    }

    @Test
    @Order(3)
    void afterTheOrderWasRecordedAndBeforeStripeHeardOfIt() throws Exception {
        String step = "order-recorded";
        shop.killAt(
                PAYGATE + "stripe.StripePayments",
                "open",
                () -> shop.checkout(email(step), key(step)));
        Buyer buyer = begun(step);
        pay(buyer);
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 1);
    }

    @Test
    @Order(4)
    void afterStripeOpenedTheSessionAndBeforeTheOrderKnewIt() throws Exception {
        String step = "session-opened";
        shop.killAt(
                PAYGATE + "checkout.CheckoutDesk",
                "attach",
                () -> shop.checkout(email(step), key(step)));
        Buyer buyer = begun(step);
        pay(buyer);
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 1);
    }

    /** The buyer never returns: Stripe's repeated message or the sweep finds the money. */
    @Test
    @Order(5)
    void afterTheBuyerPaidAndBeforeTheEventWasRead() throws Exception {
        String step = "paid";
        Buyer buyer = begun(step);
        shop.killAt(PAYGATE + "stripe.WebhookDesk", "receive", () -> buyer.pay(CARD));
        shop.awaitStatus(buyer, "paid");
        assertOneOrder(step, 1);
    }

    @Test
    @Order(6)
    void afterTheSessionWasReadAndBeforeTheOrderWasSettled() throws Exception {
        String step = "session-read";
        Buyer buyer = begun(step);
        shop.killAt(PAYGATE + "entitlement.Fulfilment", "settle", () -> buyer.pay(CARD));
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 1);
    }

    @Test
    @Order(7)
    void afterTheGrantAndBeforeItsCommit() throws Exception {
        String step = "granted";
        Buyer buyer = begun(step);
        shop.killAt(PAYGATE + "entitlement.Settlement", "reverse", () -> buyer.pay(CARD));
        assertEquals(
                0,
                shop.count(
                        "select count(*) from paygate_entitlement where order_id = '"
                                + buyer.orderId()
                                + "'"));
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 1);
    }

    @Test
    @Order(8)
    void afterTheCommitAndBeforeTheEventWasRemembered() throws Exception {
        String step = "committed";
        Buyer buyer = begun(step);
        shop.killAt(PAYGATE + "stripe.WebhookDesk", "remember", () -> buyer.pay(CARD));
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 1);
    }

    @Test
    @Order(1)
    void afterTheMailWasClaimedAndBeforeTheMailServerHadIt() throws Exception {
        String step = "mail-claimed";
        awaitNothingToBeSent();
        Buyer buyer = begun(step);
        shop.killAt("io.seedhouse.publisher.mail.Smtp", "send", () -> buyer.pay(CARD));
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 1);
    }

    @Test
    @Order(2)
    void afterTheMailServersYesAndBeforeItWasWrittenDown() throws Exception {
        String step = "mail-taken";
        awaitNothingToBeSent();
        Buyer buyer = begun(step);
        shop.killAt(PAYGATE + "notice.NoticeBook", "sent", () -> buyer.pay(CARD));
        assertKeyringAtOnce(buyer);
        assertOneOrder(step, 2);
    }

    @Test
    @Order(9)
    void afterTheReleaseOfAKeyWasRecordedAndBeforeTheKeyLeft() throws Exception {
        String step = "key-recorded";
        Buyer buyer = begun(step);
        pay(buyer);
        String released =
                "select count(*) from paygate_key_release where order_id = '"
                        + buyer.orderId()
                        + "'";
        shop.killAt(PAYGATE + "keyvault.KeyringResource", "file", buyer::keyring);
        assertEquals(1, shop.count(released));
        assertKeyringAtOnce(buyer);
        assertEquals(2, shop.count(released));
        assertOneOrder(step, 1);
    }

    @Test
    @Order(10)
    void afterARefundWasRecordedAndBeforeStripeHeardOfIt() throws Exception {
        String step = "refund-recorded";
        Buyer buyer = begun(step);
        pay(buyer);
        shop.killAt(PAYGATE + "reconciliation.Repayment", "send", () -> shop.refund(buyer));
        shop.awaitStatus(buyer, "refunded");
        assertOneOrder(step, 2);
    }

    @Test
    @Order(11)
    void afterStripeGaveTheMoneyBackAndBeforeItWasWrittenDown() throws Exception {
        String step = "refund-sent";
        Buyer buyer = begun(step);
        pay(buyer);
        shop.killAt(PAYGATE + "refund.RefundRequest", "sent", () -> shop.refund(buyer));
        shop.awaitStatus(buyer, "refunded");
        assertEquals(
                600,
                shop.count(
                        "select sum(amount) from paygate_sandbox_refund where payment_id ="
                                + " (select payment_id from paygate_order where id = '"
                                + buyer.orderId()
                                + "')"));
        assertOneOrder(step, 2);
    }

    /** A receipt each, and for what was given back a second mail about that. */
    @Test
    @Order(12)
    void everybodyWasToldOnceAndTheOneInDoubtTwiceUnderOneMessageId() throws Exception {
        for (Expected expected : mails) {
            Await.until(
                    expected.copies() + " mails of step " + expected.step(),
                    Duration.ofMinutes(4),
                    () ->
                            Optional.of(shop.mails(expected.email(), RECEIPT))
                                    .filter(found -> found.size() >= expected.copies()));
        }
        awaitNothingToBeSent();
        for (Expected expected : mails) {
            var found = shop.mails(expected.email(), RECEIPT);
            assertEquals(expected.copies(), found.size(), expected.step());
            boolean inDoubt = expected.step().equals("mail-taken");
            assertEquals(
                    inDoubt ? 1 : expected.copies(),
                    new HashSet<>(found).size(),
                    "Message-IDs of " + expected.step());
        }
        assertEquals(
                0,
                shop.count(
                        "select count(*) from (select order_id from paygate_entitlement"
                                + " group by order_id having count(*) <> 1) odd"));
        assertTrue(mails.size() >= 11, "steps: " + mails.size());
    }

    /** Mail of a sender that died is kept for it for two minutes. */
    private void awaitNothingToBeSent() {
        Await.until(
                "nothing is left to be sent",
                Duration.ofMinutes(4),
                () -> Optional.of(waiting()).filter(count -> count == 0));
    }

    private long waiting() {
        try {
            return shop.count("select count(*) from paygate_notice where due is not null");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
