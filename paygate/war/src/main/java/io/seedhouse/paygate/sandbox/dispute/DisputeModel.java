package io.seedhouse.paygate.sandbox.dispute;

import com.google.gson.JsonElement;
import com.stripe.model.Dispute;
import com.stripe.model.radar.EarlyFraudWarning;
import com.stripe.net.ApiResource;
import io.seedhouse.paygate.sandbox.payment.SandboxPayment;
import java.time.Instant;
import java.util.List;

/** Disputes and warnings as Stripe's JSON. */
final class DisputeModel {
    private DisputeModel() {}

    static Dispute dispute(SandboxDispute dispute, Instant now) {
        var model = new Dispute();
        model.setId(dispute.id());
        model.setObject("dispute");
        model.setLivemode(false);
        model.setPaymentIntent(dispute.paymentId());
        model.setCharge("ch_" + dispute.paymentId().substring("pi_".length()));
        model.setAmount(dispute.amount().amount());
        model.setCurrency(dispute.amount().currency());
        model.setReason(dispute.reason());
        model.setStatus(dispute.status().stripes());
        model.setIsChargeRefundable(!dispute.status().holdsMoney());
        model.setBalanceTransactions(List.of());
        model.setMetadata(dispute.metadata());
        model.setCreated(dispute.created().getEpochSecond());
        model.setEvidence(evidence(dispute));
        model.setEvidenceDetails(details(dispute, now));
        return model;
    }

    private static Dispute.Evidence evidence(SandboxDispute dispute) {
        var names = ApiResource.GSON.toJsonTree(dispute.evidence());
        return ApiResource.GSON.fromJson(names, Dispute.Evidence.class);
    }

    private static Dispute.EvidenceDetails details(SandboxDispute dispute, Instant now) {
        var details = new Dispute.EvidenceDetails();
        details.setDueBy(dispute.due().getEpochSecond());
        details.setHasEvidence(!dispute.evidence().isEmpty());
        details.setPastDue(dispute.submissions() == 0 && !now.isBefore(dispute.due()));
        details.setSubmissionCount(dispute.submissions());
        return details;
    }

    static JsonElement json(SandboxDispute dispute, Instant now) {
        return ApiResource.GSON.toJsonTree(dispute(dispute, now));
    }

    /** Nothing can be done any more once a dispute has come or all was refunded. */
    static EarlyFraudWarning warning(SandboxWarning warning, SandboxPayment payment) {
        var model = new EarlyFraudWarning();
        model.setId(warning.id());
        model.setObject("radar.early_fraud_warning");
        model.setLivemode(false);
        model.setPaymentIntent(payment.id());
        model.setCharge(payment.chargeId());
        model.setFraudType("made_with_stolen_card");
        model.setActionable(!payment.isDisputed() && !payment.isRefunded());
        model.setCreated(warning.created().getEpochSecond());
        return model;
    }
}
