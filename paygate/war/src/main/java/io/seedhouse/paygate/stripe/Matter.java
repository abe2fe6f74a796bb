package io.seedhouse.paygate.stripe;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an event that concerns us is about. */
enum Matter {
    /** A checkout session; the event names it. */
    SESSION,
    /** A payment, by a charge, refund or dispute of it. */
    PAYMENT,
    /** A payment whose card's issuer suspects fraud. */
    FRAUD_WARNING;

    private static final Map<String, Matter> BY_TYPE =
            Map.ofEntries(
                    Map.entry("checkout.session.completed", SESSION),
                    Map.entry("checkout.session.async_payment_succeeded", SESSION),
                    Map.entry("checkout.session.async_payment_failed", SESSION),
                    Map.entry("checkout.session.expired", SESSION),
                    Map.entry("charge.refunded", PAYMENT),
                    Map.entry("refund.created", PAYMENT),
                    Map.entry("refund.updated", PAYMENT),
                    Map.entry("refund.failed", PAYMENT),
                    Map.entry("charge.dispute.created", PAYMENT),
                    Map.entry("charge.dispute.updated", PAYMENT),
                    Map.entry("charge.dispute.closed", PAYMENT),
                    Map.entry("charge.dispute.funds_withdrawn", PAYMENT),
                    Map.entry("charge.dispute.funds_reinstated", PAYMENT),
                    Map.entry("radar.early_fraud_warning.created", FRAUD_WARNING));

    /** Empty for a type that does not concern us. */
    static Optional<Matter> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** Stripe's names of all events that concern us; it takes at most 20 in one question. */
    static Set<String> types() {
        return BY_TYPE.keySet();
    }
}
