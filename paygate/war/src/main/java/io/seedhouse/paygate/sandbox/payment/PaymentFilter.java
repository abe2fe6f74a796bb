package io.seedhouse.paygate.sandbox.payment;

import io.seedhouse.paygate.sandbox.call.Listing;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;

/** Things that belong to a payment are found by it or by its charge. */
public final class PaymentFilter {
    private static final String INTENT = "payment_intent";
    private static final String CHARGE = "charge";

    private PaymentFilter() {}

    /** A list of such things, of one payment or of all. */
    public static <T> Listing<T> list(Class<T> type, Params params) {
        var listing = Listing.of(type, params, INTENT, CHARGE);
        params.text(INTENT).ifPresent(id -> listing.where("paymentId =", id));
        params.text(CHARGE).ifPresent(id -> listing.where("paymentId =", Payments.ofCharge(id)));
        return listing;
    }

    /** The payment that a new thing shall belong to. */
    static String required(Params params) {
        var intent = params.text(INTENT);
        var charge = params.text(CHARGE);
        if (intent.isPresent() == charge.isPresent()) {
            throw StripeRefusal.of(
                    "parameter_missing",
                    INTENT,
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        return intent.or(() -> charge.map(Payments::ofCharge)).orElseThrow();
    }
}
