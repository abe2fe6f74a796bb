package io.seedhouse.paygate.sandbox.payment;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.util.List;

/**
 * Payments as Stripe's JSON, written by stripe-java's own classes and so in the form that its
 * reader expects.
 */
public final class PaymentModel {
    private static final String DEBIT_REFUSED = "The customer's bank account could not be debited.";

    private PaymentModel() {}

    /**
     * @param withCharge whether the charge is wanted in full
     */
    public static PaymentIntent intent(SandboxPayment payment, boolean withCharge) {
        var intent = new PaymentIntent();
        intent.setId(payment.id());
        intent.setObject("payment_intent");
        intent.setLivemode(false);
        intent.setStatus(payment.status());
        intent.setAmount(payment.price().amount());
        intent.setCurrency(payment.price().currency());
        intent.setAmountReceived(payment.captured());
        intent.setAmountCapturable(isHeld(payment) ? payment.price().amount() : 0);
        intent.setCaptureMethod(payment.captureMethod());
        intent.setPaymentMethodTypes(List.of(method(payment)));
        intent.setDescription(payment.description());
        intent.setMetadata(payment.metadata());
        intent.setCreated(payment.created().getEpochSecond());
        payment.canceledAt().ifPresent(when -> intent.setCanceledAt(when.getEpochSecond()));
        intent.setCancellationReason(payment.cancellationReason());
        if (isFailed(payment)) {
            intent.setLastPaymentError(error(payment));
        }
        intent.setLatestCharge(payment.chargeId());
        if (withCharge) {
            intent.setLatestChargeObject(charge(payment));
        }
        return intent;
    }

    private static StripeError error(SandboxPayment payment) {
        var error = new StripeError();
        error.setType("card_error");
        error.setCode("payment_method_provider_decline");
        error.setCharge(payment.chargeId());
        error.setMessage(DEBIT_REFUSED);
        return error;
    }

    /** The payment's charge. */
    public static Charge charge(SandboxPayment payment) {
        var charge = new Charge();
        charge.setId(payment.chargeId());
        charge.setObject("charge");
        charge.setLivemode(false);
        charge.setPaymentIntent(payment.id());
        charge.setAmount(payment.price().amount());
        charge.setCurrency(payment.price().currency());
        charge.setStatus(chargeStatus(payment));
        charge.setPaid(payment.isPaid() || isHeld(payment));
        // A debit on its way counts as captured: there is no second step to come.
        charge.setCaptured(payment.isPaid() || payment.course().isDebit());
        charge.setAmountCaptured(payment.captured());
        // Giving an authorisation up shows as a refund of all of it.
        charge.setAmountRefunded(
                isCanceled(payment) ? payment.price().amount() : payment.refunded());
        charge.setRefunded(isCanceled(payment) || payment.isRefunded());
        charge.setDisputed(payment.isDisputed());
        charge.setDescription(payment.description());
        charge.setMetadata(payment.metadata());
        charge.setCreated(payment.created().getEpochSecond());
        charge.setBillingDetails(billing(payment));
        charge.setPaymentMethodDetails(details(payment));
        if (isFailed(payment)) {
            charge.setFailureCode("payment_method_provider_decline");
            charge.setFailureMessage(DEBIT_REFUSED);
        }
        return charge;
    }

    private static Charge.BillingDetails billing(SandboxPayment payment) {
        var billing = new Charge.BillingDetails();
        billing.setEmail(payment.email());
        return billing;
    }

    private static Charge.PaymentMethodDetails details(SandboxPayment payment) {
        var details = new Charge.PaymentMethodDetails();
        details.setType(method(payment));
        return details;
    }

    private static String method(SandboxPayment payment) {
        return payment.course().isDebit() ? "sepa_debit" : "card";
    }

    private static String chargeStatus(SandboxPayment payment) {
        return switch (payment.status()) {
            case SandboxPayment.PROCESSING -> "pending";
            case SandboxPayment.FAILED -> "failed";
            default -> "succeeded";
        };
    }

    private static boolean isHeld(SandboxPayment payment) {
        return payment.status().equals(SandboxPayment.CAPTURABLE);
    }

    private static boolean isCanceled(SandboxPayment payment) {
        return payment.status().equals(SandboxPayment.CANCELED);
    }

    private static boolean isFailed(SandboxPayment payment) {
        return payment.status().equals(SandboxPayment.FAILED);
    }
}
