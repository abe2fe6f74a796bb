package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Money that goes back, on every database. */
abstract class SandboxRefundsContract extends SandboxContract {
    private static RefundCreateParams.Builder of(String payment) {
        return RefundCreateParams.builder().setPaymentIntent(payment);
    }

    private Refund refund(String payment, long amount) throws Exception {
        return stripe.refunds().create(of(payment).setAmount(amount).build());
    }

    private List<String> statuses(String payment) throws Exception {
        var params = RefundListParams.builder().setPaymentIntent(payment).build();
        return stripe.refunds().list(params).getData().stream().map(Refund::getStatus).toList();
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() throws Exception {
        var payment = buy(GOOD_CARD);
        var params =
                of(payment)
                        .setAmount(200L)
                        .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                        .putMetadata("order_id", "1")
                        .build();
        var part = stripe.refunds().create(params);
        assertEquals("succeeded", part.getStatus());
        assertEquals("requested_by_customer", part.getReason());
        assertEquals(Map.of("order_id", "1"), part.getMetadata());
        assertEquals(part.getId(), stripe.refunds().retrieve(part.getId()).getId());
        var charge = payment(payment).getLatestChargeObject();
        assertEquals(200, charge.getAmountRefunded());
        assertEquals(false, charge.getRefunded());
        assertEquals(300, stripe.refunds().create(of(payment).build()).getAmount());
        assertEquals(true, payment(payment).getLatestChargeObject().getRefunded());
        assertEquals("succeeded", payment(payment).getStatus());
        assertEquals(List.of("succeeded", "succeeded"), statuses(payment));
        assertEquals(
                List.of(
                        "checkout.session.completed",
                        "refund.created",
                        "charge.refunded",
                        "refund.created",
                        "charge.refunded"),
                sandbox.eventTypes());
    }

    @Test
    void refundsByTheChargeAsWell() throws Exception {
        var charge = payment(buy(GOOD_CARD)).getLatestCharge();
        stripe.refunds().create(RefundCreateParams.builder().setCharge(charge).build());
        assertEquals(true, stripe.charges().retrieve(charge).getRefunded());
    }

    @Test
    void refusesMoreThanIsLeft() throws Exception {
        var payment = buy(GOOD_CARD);
        refund(payment, 200);
        assertEquals(
                "Refund amount (€3.01 EUR) is greater than unrefunded amount on charge (€3.00 EUR)",
                refusal(() -> refund(payment, 301)));
        refund(payment, 300);
        assertEquals("charge_already_refunded null", refusal(() -> refund(payment, 1)));
        assertEquals(
                "parameter_missing payment_intent",
                refusal(() -> stripe.refunds().create(RefundCreateParams.builder().build())));
    }

    @Test
    void neverRefundsMoreHoweverManyAskAtOnce() throws Exception {
        var payment = buy(GOOD_CARD);
        Callable<Integer> ask =
                () -> {
                    try {
                        refund(payment, 100);
                        return 1;
                    } catch (InvalidRequestException full) {
                        return 0;
                    }
                };
        var done = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var one : pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> ask).toList())) {
                done += one.get();
            }
        }
        assertEquals(5, done);
        assertEquals(500, payment(payment).getLatestChargeObject().getAmountRefunded());
    }

    @Test
    void leavesARefundPendingForAWhileWithTheCardForThat() throws Exception {
        var payment = buy("4000000000007726");
        var refund = refund(payment, 500);
        assertEquals("pending", refund.getStatus());
        sandbox.advance(Duration.ofSeconds(10));
        assertEquals(List.of("succeeded"), statuses(payment));
        assertEquals("refund.updated", sandbox.eventTypes().getLast());
    }

    @Test
    void takesASucceededRefundBackWithTheCardForThat() throws Exception {
        var payment = buy("4000000000005126");
        assertEquals("succeeded", refund(payment, 500).getStatus());
        sandbox.advance(Duration.ofSeconds(10));
        assertEquals(List.of("failed"), statuses(payment));
        assertEquals(0, payment(payment).getLatestChargeObject().getAmountRefunded());
        assertEquals(
                List.of("refund.updated", "refund.failed"), sandbox.eventTypes().subList(3, 5));
        refund(payment, 500);
    }

    @Test
    void refundsNothingThatWasNotPaid() throws Exception {
        var payment = buy("AT611904300234573201");
        assertTrue(refusal(() -> refund(payment, 500)).contains("successful charge"));
        assertEquals("resource_missing intent", refusal(() -> refund("pi_1", 500)));
    }
}
