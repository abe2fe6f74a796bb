package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.InvoiceCreation;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checkout sessions, on every database. */
abstract class SandboxSessionsContract extends SandboxContract {
    private String refused(SessionCreateParams.Builder params) {
        return refusal(() -> stripe.checkout().sessions().create(params.build(), key("refused")));
    }

    @Test
    void tellsAnOpenSessionFromAPaidOne() throws Exception {
        var open = open();
        assertEquals("open", open.getStatus());
        assertEquals("unpaid", open.getPaymentStatus());
        assertNull(open.getPaymentIntent());
        var back = sandbox.pay(open.getUrl(), GOOD_CARD);
        assertEquals("https://films.example/orders/1?s=" + open.getId(), back);
        var paid = session(open.getId());
        assertEquals("complete", paid.getStatus());
        assertEquals("paid", paid.getPaymentStatus());
        assertEquals(500, paid.getAmountTotal());
        assertEquals(false, paid.getLivemode());
        assertNull(paid.getUrl());
    }

    @Test
    void showsWhatIsExpandedAndNothingElse() throws Exception {
        var open = open();
        sandbox.pay(open.getUrl(), GOOD_CARD);
        assertNull(session(open.getId()).getLineItems());
        assertNull(session(open.getId()).getPaymentIntentObject());
        var full =
                stripe.checkout()
                        .sessions()
                        .retrieve(
                                open.getId(),
                                SessionRetrieveParams.builder()
                                        .addExpand("line_items")
                                        .addExpand("payment_intent.latest_charge")
                                        .build());
        assertEquals("Night Train", full.getLineItems().getData().getFirst().getDescription());
        var payment = full.getPaymentIntentObject();
        assertEquals(full.getPaymentIntent(), payment.getId());
        assertEquals("succeeded", payment.getStatus());
        assertEquals(500, payment.getLatestChargeObject().getAmountCaptured());
        assertTrue(
                refusal(() ->
                                stripe.checkout()
                                        .sessions()
                                        .retrieve(
                                                open.getId(),
                                                SessionRetrieveParams.builder()
                                                        .addExpand("setup_intent")
                                                        .build()))
                        .contains("cannot be expanded"));
    }

    @Test
    void addsItsLinesUp() throws Exception {
        var params = film(30, "usd").addLineItem(line("Tip", 20, "usd")).build();
        var session = stripe.checkout().sessions().create(params);
        assertEquals(50, session.getAmountTotal());
        var full =
                stripe.checkout()
                        .sessions()
                        .retrieve(
                                session.getId(),
                                SessionRetrieveParams.builder().addExpand("line_items").build());
        assertEquals(
                List.of(30L, 20L),
                full.getLineItems().getData().stream().map(i -> i.getAmountTotal()).toList());
        assertEquals(
                "All line items of a Checkout Session have one currency.",
                refused(film(500, "usd").addLineItem(line("Tip", 500, "eur"))));
    }

    @Test
    void carriesMetadataToTheSessionAndToThePayment() throws Exception {
        var params =
                film(500, "usd")
                        .setClientReferenceId("order-1")
                        .setCustomerEmail("buyer@example.com")
                        .setLocale(SessionCreateParams.Locale.DE)
                        .setInvoiceCreation(InvoiceCreation.builder().setEnabled(true).build())
                        .putMetadata("order_id", "1")
                        .setPaymentIntentData(
                                PaymentIntentData.builder()
                                        .setDescription("Night Train")
                                        .putMetadata("order_id", "2")
                                        .build())
                        .build();
        var session = stripe.checkout().sessions().create(params);
        assertEquals(Map.of("order_id", "1"), session.getMetadata());
        assertEquals("order-1", session.getClientReferenceId());
        assertEquals("buyer@example.com", session.getCustomerEmail());
        assertEquals("de", session.getLocale());
        assertTrue(session.getInvoiceCreation().getEnabled());
        sandbox.pay(session.getUrl(), GOOD_CARD);
        var payment = payment(sandbox.paymentOf(session.getId()));
        assertEquals(Map.of("order_id", "2"), payment.getMetadata());
        assertEquals("Night Train", payment.getDescription());
        var charge = payment.getLatestChargeObject();
        assertEquals(Map.of("order_id", "2"), charge.getMetadata());
        assertEquals("buyer@example.com", charge.getBillingDetails().getEmail());
    }

    @Test
    void limitsMetadataAsStripeDoes() {
        assertTrue(refused(film(500, "usd").putMetadata("k", "v".repeat(501))).contains("500"));
        assertTrue(refused(film(500, "usd").putMetadata("k".repeat(41), "v")).contains("40"));
        var many = film(500, "usd");
        for (var i = 0; i <= 50; i++) {
            many.putMetadata("k" + i, "v");
        }
        assertTrue(refused(many).contains("50"));
    }

    @Test
    void refusesWhatStripeRefuses() {
        var amount = "line_items[0][price_data][unit_amount]";
        assertEquals("amount_too_small " + amount, refused(film(49, "usd")));
        assertEquals("amount_too_large " + amount, refused(film(100_000_000, "jpy")));
        assertEquals(
                "amount_too_large " + amount,
                refused(film(99_999_999, "usd").addLineItem(line("Tip", 1, "usd"))));
        assertEquals(
                "parameter_invalid_string line_items[0][price_data][currency]",
                refused(film(500, "xau")));
        assertEquals(
                "url_invalid success_url",
                refused(film(500, "usd").setSuccessUrl("films.example")));
        assertEquals(
                "email_invalid customer_email",
                refused(film(500, "usd").setCustomerEmail("buyer")));
        assertEquals(
                "parameter_unknown payment_method_types[0]",
                refused(
                        film(500, "usd")
                                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)));
    }

    @Test
    void knowsThatPricesStayAsTheyAre() throws Exception {
        stripe.checkout()
                .sessions()
                .create(film(500, "usd").setAdaptivePricing(adaptive(false)).build());
        assertEquals(
                "parameter_invalid adaptive_pricing[enabled]",
                refused(film(500, "usd").setAdaptivePricing(adaptive(true))));
    }

    private static AdaptivePricing adaptive(boolean enabled) {
        return AdaptivePricing.builder().setEnabled(enabled).build();
    }

    @Test
    void findsASessionByItsPayment() throws Exception {
        open();
        var payment = buy(GOOD_CARD);
        var found =
                stripe.checkout()
                        .sessions()
                        .list(
                                SessionListParams.builder()
                                        .setPaymentIntent(payment)
                                        .setLimit(1L)
                                        .addExpand("data.payment_intent")
                                        .build())
                        .getData();
        assertEquals(1, found.size());
        assertEquals(payment, found.getFirst().getPaymentIntentObject().getId());
    }

    @Test
    void listsSessionsPageByPageTheNewestFirst() throws Exception {
        var ids = new java.util.ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            ids.addFirst(open().getId());
        }
        var page =
                stripe.checkout().sessions().list(SessionListParams.builder().setLimit(2L).build());
        assertEquals(ids.subList(0, 2), page.getData().stream().map(s -> s.getId()).toList());
        assertTrue(page.getHasMore());
        var all = new HashSet<String>();
        page.autoPagingIterable().forEach(session -> all.add(session.getId()));
        assertEquals(new HashSet<>(ids), all);
        var back =
                stripe.checkout()
                        .sessions()
                        .list(
                                SessionListParams.builder()
                                        .setLimit(2L)
                                        .setEndingBefore(ids.get(3))
                                        .build());
        assertEquals(ids.subList(1, 3), back.getData().stream().map(s -> s.getId()).toList());
    }

    @Test
    void expiresAnOpenSessionOnly() throws Exception {
        var open = open();
        var expired = stripe.checkout().sessions().expire(open.getId());
        assertEquals("expired", expired.getStatus());
        assertTrue(sandbox.pay(open.getUrl(), GOOD_CARD).contains("Payment expired"));
        assertTrue(
                refusal(() -> stripe.checkout().sessions().expire(open.getId()))
                        .contains("has a status of `expired`"));
        assertEquals(List.of("checkout.session.expired"), sandbox.eventTypes());
    }

    @Test
    void expiresByItselfAfterADayOrWhenItWasTold() throws Exception {
        var soon = clock.instant().plus(Duration.ofMinutes(30)).getEpochSecond();
        var brief =
                stripe.checkout().sessions().create(film(500, "usd").setExpiresAt(soon).build());
        var usual = open();
        sandbox.advance(Duration.ofMinutes(30));
        assertEquals("expired", session(brief.getId()).getStatus());
        assertEquals("open", session(usual.getId()).getStatus());
        sandbox.advance(Duration.ofHours(24));
        assertEquals("expired", session(usual.getId()).getStatus());
        assertEquals(
                List.of("checkout.session.expired", "checkout.session.expired"),
                sandbox.eventTypes());
    }

    @Test
    void livesForHalfAnHourToADay() {
        var now = clock.instant().getEpochSecond();
        assertTrue(refused(film(500, "usd").setExpiresAt(now + 1799)).contains("30 minutes"));
        assertTrue(refused(film(500, "usd").setExpiresAt(now + 86_402)).contains("24 hours"));
    }

    @Test
    void isPaidOnce() throws Exception {
        var open = open();
        sandbox.pay(open.getUrl(), GOOD_CARD);
        var payment = sandbox.paymentOf(open.getId());
        assertTrue(sandbox.pay(open.getUrl(), GOOD_CARD).contains("Already paid"));
        assertEquals(payment, sandbox.paymentOf(open.getId()));
        assertEquals(List.of("checkout.session.completed"), sandbox.eventTypes());
    }
}
