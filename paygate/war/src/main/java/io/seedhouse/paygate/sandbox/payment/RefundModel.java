package io.seedhouse.paygate.sandbox.payment;

import com.google.gson.JsonElement;
import com.stripe.model.Refund;
import com.stripe.net.ApiResource;

/** Refunds as Stripe's JSON. */
final class RefundModel {
    private RefundModel() {}

    static Refund refund(SandboxRefund refund) {
        var model = new Refund();
        model.setId(refund.id());
        model.setObject("refund");
        model.setPaymentIntent(refund.paymentId());
        model.setCharge("ch_" + refund.paymentId().substring("pi_".length()));
        model.setAmount(refund.amount().amount());
        model.setCurrency(refund.amount().currency());
        model.setReason(refund.reason());
        model.setMetadata(refund.metadata());
        model.setStatus(refund.status());
        model.setCreated(refund.created().getEpochSecond());
        if (refund.status().equals(SandboxRefund.PENDING)) {
            model.setPendingReason("processing");
        }
        if (refund.status().equals(SandboxRefund.FAILED)) {
            model.setFailureReason("expired_or_canceled_card");
        }
        return model;
    }

    static JsonElement json(SandboxRefund refund) {
        return ApiResource.GSON.toJsonTree(refund(refund));
    }
}
