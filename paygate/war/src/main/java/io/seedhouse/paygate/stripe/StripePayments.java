package io.seedhouse.paygate.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.checkout.SessionService;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import java.util.Optional;

/** Payments through Stripe Checkout's hosted page. */
public final class StripePayments implements Payments {
    private static final System.Logger LOG = System.getLogger(StripePayments.class.getName());

    private static final int CONNECT_MILLIS = 3_000;
    private static final int OPEN_MILLIS = 10_000;
    private static final int READ_MILLIS = 4_000;

    private static final String TRY_AGAIN =
            "The payment provider cannot be reached; nothing was charged, try again in a minute.";
    private static final String REFUSED =
            "The payment provider refused to open a checkout; nothing was charged, and the publisher has to look into it.";

    private final Turnstile turnstile = new Turnstile();
    private final SessionService sessions;
    private final String baseUrl;
    private final boolean live;

    /**
     * @param baseUrl of the shop, without a slash at the end, where buyers come back to
     */
    public StripePayments(StripeAccount account, String baseUrl) {
        var client =
                StripeClient.builder()
                        .setApiKey(account.apiKey())
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setReadTimeout(OPEN_MILLIS)
                        .setMaxNetworkRetries(1);
        account.apiBase().ifPresent(client::setApiBase);
        this.sessions = client.build().v1().checkout().sessions();
        this.baseUrl = baseUrl;
        this.live = account.live();
    }

    @Override
    public Opening open(Purchase purchase) {
        // The key makes a repeated request answer the same session instead of a second one.
        var options =
                RequestOptions.builder()
                        .setIdempotencyKey("order-%s-1".formatted(purchase.orderId()))
                        .build();
        try {
            return turnstile
                    .pass(() -> sessions.create(params(purchase), options))
                    .map(StripePayments::opened)
                    .orElseGet(() -> new Opening.Failed(TRY_AGAIN));
        } catch (StripeException e) {
            log(purchase, e);
            return new Opening.Failed(isPassing(e) ? TRY_AGAIN : REFUSED);
        }
    }

    private static Opening opened(Session session) {
        return new Opening.Opened(
                session.getId(), session.getUrl(), Boolean.TRUE.equals(session.getLivemode()));
    }

    /** Trouble that ends by itself: no connection, too many calls, or Stripe's own mistake. */
    private static boolean isPassing(StripeException e) {
        var status = e.getStatusCode();
        return e instanceof ApiConnectionException
                || (status != null && (status == 429 || status >= 500));
    }

    @Override
    public Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable {
        var options =
                RequestOptions.builder()
                        .setReadTimeout(READ_MILLIS)
                        .setMaxNetworkRetries(0)
                        .build();
        var params = SessionRetrieveParams.builder().addExpand("payment_intent").build();
        try {
            var session =
                    turnstile
                            .pass(() -> sessions.retrieve(sessionId, params, options))
                            .orElseThrow(() ->
                                    new PaymentsUnavailable("Too many wait for Stripe already."));
            return StripeSessions.translate(session);
        } catch (StripeException e) {
            if (Integer.valueOf(404).equals(e.getStatusCode())) {
                return Optional.empty();
            }
            throw new PaymentsUnavailable(
                    "Stripe could not be asked about a checkout session (%s)"
                            .formatted(e.getClass().getSimpleName()),
                    e);
        }
    }

    @Override
    public boolean live() {
        return live;
    }

    private SessionCreateParams params(Purchase purchase) {
        var orderId = purchase.orderId().toString();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(orderId)
                .putMetadata("order_id", orderId)
                .setCustomerEmail(purchase.email())
                .setSuccessUrl("%s/orders/%s".formatted(baseUrl, orderId))
                .setCancelUrl("%s/b/%s".formatted(baseUrl, purchase.slug()))
                // Else Stripe may charge another amount in the buyer's own currency.
                .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                .addLineItem(lineItem(purchase))
                .build();
    }

    private static LineItem lineItem(Purchase purchase) {
        var product =
                ProductData.builder()
                        .setName("%s (%s)".formatted(purchase.title(), purchase.tier()))
                        .build();
        var price =
                PriceData.builder()
                        .setCurrency(purchase.price().currency())
                        .setUnitAmount(purchase.price().amount())
                        .setProductData(product)
                        .build();
        return LineItem.builder().setQuantity(1L).setPriceData(price).build();
    }

    /** Without Stripe's message, which may repeat the buyer's address. */
    private static void log(Purchase purchase, StripeException e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "No checkout session for order {0}: {1}, status {2}, code {3}, request {4}",
                purchase.orderId(),
                e.getClass().getSimpleName(),
                e.getStatusCode(),
                e.getCode(),
                e.getRequestId());
    }
}
