package io.seedhouse.paygate.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData.CaptureMethod;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.Payments.Purchase;

/** A purchase as Stripe wants it told. */
final class SessionParams {
    private SessionParams() {}

    /**
     * The same purchase always makes the same parameters, or its idempotency key would not hold.
     */
    static SessionCreateParams of(Purchase purchase, String baseUrl) {
        var orderId = purchase.orderId().toString();
        var params =
                SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setClientReferenceId(orderId)
                        .putMetadata("order_id", orderId)
                        .setCustomerEmail(purchase.email())
                        .setSuccessUrl("%s/orders/%s".formatted(baseUrl, orderId))
                        .setCancelUrl("%s/b/%s".formatted(baseUrl, purchase.slug()))
                        // Else Stripe may charge another amount in the buyer's own currency.
                        .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build());
        if (purchase.price().amount() > 0) {
            params.addLineItem(
                    line("%s (%s)".formatted(purchase.title(), purchase.tier()), purchase.price()));
        }
        if (purchase.tip().amount() > 0) {
            params.addLineItem(line("Tip for " + purchase.title(), purchase.tip()));
        }
        if (purchase.hold()) {
            params.setPaymentIntentData(
                    PaymentIntentData.builder().setCaptureMethod(CaptureMethod.MANUAL).build());
        }
        return params.build();
    }

    private static LineItem line(String name, Money money) {
        var price =
                PriceData.builder()
                        .setCurrency(money.currency())
                        .setUnitAmount(money.amount())
                        .setProductData(ProductData.builder().setName(name).build())
                        .build();
        return LineItem.builder().setQuantity(1L).setPriceData(price).build();
    }
}
