package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Dispute;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.DisputeUpdateParams.Evidence;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.radar.EarlyFraudWarningListParams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a buyer's bank says later, on every database. */
abstract class SandboxDisputesContract extends SandboxContract {
    private static final String FRAUD = "4000000000000259";

    private Dispute dispute(String payment) throws Exception {
        var params = DisputeListParams.builder().setPaymentIntent(payment).build();
        return stripe.disputes().list(params).getData().getFirst();
    }

    private Dispute answer(String dispute, String text) throws Exception {
        var evidence = Evidence.builder().setUncategorizedText(text).build();
        return stripe.disputes()
                .update(dispute, DisputeUpdateParams.builder().setEvidence(evidence).build());
    }

    private void refund(String payment) throws Exception {
        stripe.refunds().create(RefundCreateParams.builder().setPaymentIntent(payment).build());
    }

    /** The types of all events after the sale's own. */
    private List<String> later() {
        var types = sandbox.eventTypes();
        return types.subList(1, types.size());
    }

    @ParameterizedTest
    @CsvSource({"4000000000000259, fraudulent", "4000000000002685, product_not_received"})
    void disputesAPaymentWithTheCardForThat(String card, String reason) throws Exception {
        var payment = buy(card);
        var dispute = dispute(payment);
        assertEquals(reason, dispute.getReason());
        assertEquals("needs_response", dispute.getStatus());
        assertEquals(500, dispute.getAmount());
        assertEquals(dispute.getId(), stripe.disputes().retrieve(dispute.getId()).getId());
        assertEquals(true, payment(payment).getLatestChargeObject().getDisputed());
        assertEquals("charge_disputed null", refusal(() -> refund(payment)));
        assertEquals(List.of("charge.dispute.created", "charge.dispute.funds_withdrawn"), later());
    }

    @Test
    void isWonWithWinningEvidence() throws Exception {
        var payment = buy(FRAUD);
        var dispute = answer(dispute(payment).getId(), "winning_evidence");
        assertEquals("won", dispute.getStatus());
        assertEquals("winning_evidence", dispute.getEvidence().getUncategorizedText());
        assertEquals(1, dispute.getEvidenceDetails().getSubmissionCount());
        assertEquals(
                List.of(
                        "charge.dispute.updated",
                        "charge.dispute.funds_reinstated",
                        "charge.dispute.closed"),
                later().subList(2, 5));
        refund(payment);
    }

    @Test
    void isLostWithLosingEvidenceOrWhenTheSellerGivesIn() throws Exception {
        var payment = buy(FRAUD);
        assertEquals("lost", answer(dispute(payment).getId(), "losing_evidence").getStatus());
        assertEquals("charge.dispute.closed", later().getLast());
        assertEquals("charge_disputed null", refusal(() -> refund(payment)));
        var other = dispute(buy(FRAUD));
        assertEquals("lost", stripe.disputes().close(other.getId()).getStatus());
        assertTrue(
                refusal(() -> stripe.disputes().close(other.getId())).contains("already closed"));
    }

    @Test
    void takesEvidenceUntilItIsSubmitted() throws Exception {
        var id = dispute(buy(FRAUD)).getId();
        var draft =
                DisputeUpdateParams.builder()
                        .setEvidence(Evidence.builder().setCustomerName("A. Buyer").build())
                        .setSubmit(false)
                        .build();
        assertEquals("needs_response", stripe.disputes().update(id, draft).getStatus());
        var sent = answer(id, "The keyring was delivered.");
        assertEquals("under_review", sent.getStatus());
        assertEquals("A. Buyer", sent.getEvidence().getCustomerName());
        assertTrue(refusal(() -> answer(id, "winning_evidence")).contains("takes no evidence"));
    }

    @Test
    void onlyAsksWithTheInquirysCard() throws Exception {
        var payment = buy("4000000000001976");
        assertEquals("warning_needs_response", dispute(payment).getStatus());
        assertEquals(List.of("charge.dispute.created"), later());
        refund(payment);
        var dispute = answer(dispute(payment).getId(), "winning_evidence");
        assertEquals("warning_closed", dispute.getStatus());
    }

    @Test
    void losesADisputeThatNobodyAnswersInTime() throws Exception {
        var payment = buy(FRAUD);
        var due = dispute(payment).getEvidenceDetails().getDueBy();
        sandbox.advance(Duration.ofSeconds(due - sandbox.now().getEpochSecond()).plusSeconds(1));
        assertEquals("lost", dispute(payment).getStatus());
        assertEquals(true, dispute(payment).getEvidenceDetails().getPastDue());
    }

    @Test
    void disputesADebitThatWasPaidWithTheAccountForThat() throws Exception {
        var payment = buy("AT591904300235473203");
        sandbox.advance(Duration.ofSeconds(10));
        assertEquals("debit_not_authorized", dispute(payment).getReason());
    }

    @Test
    void disputesAPaymentAtWill() throws Exception {
        var payment = buy(GOOD_CARD);
        var id = sandbox.dispute(payment, "duplicate");
        assertEquals("duplicate", dispute(payment).getReason());
        assertEquals(payment(payment).getLatestCharge(), dispute(payment).getCharge());
        sandbox.decide(id, true);
        assertEquals("won", dispute(payment).getStatus());
    }

    @Test
    void warnsOfFraudWithTheCardForThat() throws Exception {
        var payment = buy("4000000000005423");
        var params = EarlyFraudWarningListParams.builder().setPaymentIntent(payment).build();
        var warnings = stripe.radar().earlyFraudWarnings();
        var warning = warnings.list(params).getData().getFirst();
        assertEquals(true, warning.getActionable());
        assertEquals(payment(payment).getLatestCharge(), warning.getCharge());
        assertEquals(List.of("radar.early_fraud_warning.created"), later());
        refund(payment);
        assertEquals(false, warnings.retrieve(warning.getId()).getActionable());
    }
}
