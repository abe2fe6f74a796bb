package io.seedhouse.paygate.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionListParams;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments through Stripe Checkout's hosted page. */
public final class StripePayments implements Payments {
    private static final System.Logger LOG = System.getLogger(StripePayments.class.getName());

    private static final String TRY_AGAIN =
            "The payment provider cannot be reached; nothing was charged, try again in a minute.";
    private static final String REFUSED =
            "The payment provider refused to open a checkout; nothing was charged, and the publisher has to look into it.";

    private final StripeDesk desk;
    private final StripeObjects objects;
    private final String baseUrl;
    private final boolean live;

    /**
     * @param baseUrl of the shop, without a slash at the end, where buyers come back to
     */
    public StripePayments(StripeAccount account, String baseUrl) {
        this.desk = new StripeDesk(account);
        this.objects = new StripeObjects(desk);
        this.baseUrl = baseUrl;
        this.live = account.live();
    }

    @Override
    public Opening open(Purchase purchase) {
        // The key makes a repeated request answer the same session instead of a second one.
        var options =
                StripeDesk.once("order-%s-%d".formatted(purchase.orderId(), purchase.attempt()));
        var params = SessionParams.of(purchase, baseUrl);
        try {
            return desk.ask(() -> desk.stripe().checkout().sessions().create(params, options))
                    .map(StripePayments::opened)
                    .orElseGet(() -> new Opening.Failed(TRY_AGAIN));
        } catch (StripeException e) {
            log("No checkout session for order " + purchase.orderId(), e);
            return new Opening.Failed(StripeDesk.isPassing(e) ? TRY_AGAIN : REFUSED);
        }
    }

    private static Opening opened(Session session) {
        return new Opening.Opened(
                session.getId(), session.getUrl(), Boolean.TRUE.equals(session.getLivemode()));
    }

    @Override
    public Optional<PaymentSession> read(String sessionId) throws PaymentsUnavailable {
        return objects.session(sessionId);
    }

    @Override
    public Optional<String> sessionOf(String paymentId) throws PaymentsUnavailable {
        var params = SessionListParams.builder().setPaymentIntent(paymentId).setLimit(1L).build();
        return desk.find(() ->
                        desk.stripe().checkout().sessions().list(params, StripeDesk.looking()))
                .flatMap(found -> found.getData().stream().findFirst())
                .map(Session::getId);
    }

    @Override
    public Optional<String> paymentOf(String objectId) throws PaymentsUnavailable {
        return objects.paymentOf(objectId);
    }

    @Override
    public void close(String sessionId) throws PaymentsUnavailable {
        desk.change(() -> desk.stripe().checkout().sessions().expire(sessionId));
    }

    @Override
    public void capture(String paymentId) throws PaymentsUnavailable {
        desk.change(() ->
                desk.stripe()
                        .paymentIntents()
                        .capture(paymentId, StripeDesk.once("capture-" + paymentId)));
    }

    @Override
    public void cancel(String paymentId) throws PaymentsUnavailable {
        desk.change(() ->
                desk.stripe()
                        .paymentIntents()
                        .cancel(paymentId, StripeDesk.once("cancel-" + paymentId)));
    }

    @Override
    public Refunding refund(String paymentId, Money amount, UUID requestId, int attempt) {
        try {
            if (attempt > 1 && objects.isRefunded(paymentId, requestId)) {
                return new Refunding.Done();
            }
        } catch (PaymentsUnavailable e) {
            return new Refunding.Unavailable();
        }
        var options = StripeDesk.once("refund-%s-%d".formatted(requestId, attempt));
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(paymentId)
                        .setAmount(amount.amount())
                        .putMetadata(StripeObjects.REQUEST, requestId.toString())
                        .build();
        try {
            return desk.ask(() -> desk.stripe().refunds().create(params, options))
                    .<Refunding>map(_ -> new Refunding.Done())
                    .orElseGet(Refunding.Unavailable::new);
        } catch (StripeException e) {
            log("No refund of payment " + paymentId, e);
            return StripeDesk.isPassing(e)
                    ? new Refunding.Unavailable()
                    : new Refunding.Rejected(
                            "Stripe refused the refund (%s).".formatted(e.getCode()));
        }
    }

    @Override
    public List<Change> changesSince(Instant since) throws PaymentsUnavailable {
        return objects.changesSince(since);
    }

    @Override
    public boolean live() {
        return live;
    }

    /** Without Stripe's message, which may repeat the buyer's address. */
    private static void log(String what, StripeException e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0}: {1}, status {2}, code {3}, request {4}",
                what,
                e.getClass().getSimpleName(),
                e.getStatusCode(),
                e.getCode(),
                e.getRequestId());
    }
}
