package io.seedhouse.paygate.stripe;

import com.google.gson.JsonParser;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.model.radar.EarlyFraudWarning;
import com.stripe.param.DisputeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.Payments.Change;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.stripe.Turnstile.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how things stand at Stripe. */
final class StripeObjects {
    /** Events of one look; a shop that missed more in five minutes reads the rest at the next. */
    private static final int MOST_CHANGES = 1000;

    private static final long PAGE = 100;

    /** Where a refund's metadata names the request of ours. */
    static final String REQUEST = "request_id";

    /** Refunds by which no money was given back. */
    private static final Set<String> GONE = Set.of("failed", "canceled");

    private final StripeDesk desk;

    StripeObjects(StripeDesk desk) {
        this.desk = desk;
    }

    Optional<PaymentSession> session(String id) throws PaymentsUnavailable {
        var params =
                SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge").build();
        var session =
                desk.find(() ->
                        desk.stripe()
                                .checkout()
                                .sessions()
                                .retrieve(id, params, StripeDesk.looking()));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        return StripeSessions.translate(
                session.get(), refunded(session.get()), dispute(session.get()));
    }

    /**
     * What was given back of a session's charge, refunds that have failed left out: whether the
     * charge's own sum does so is nowhere said. Asked for only where anything was given back.
     */
    private long refunded(Session session) throws PaymentsUnavailable {
        var charge = StripeSessions.charge(session);
        if (charge.isEmpty() || charge.get().getAmountRefunded() == 0) {
            return 0;
        }
        return refunds(session.getPaymentIntent()).stream()
                .filter(refund -> !GONE.contains(String.valueOf(refund.getStatus())))
                .mapToLong(Refund::getAmount)
                .sum();
    }

    private List<Refund> refunds(String paymentId) throws PaymentsUnavailable {
        var params = RefundListParams.builder().setPaymentIntent(paymentId).setLimit(PAGE).build();
        return desk.find(() -> desk.stripe().refunds().list(params, StripeDesk.looking()))
                .map(StripeCollection::getData)
                .orElseGet(List::of);
    }

    /** The latest dispute of a session's charge, asked for only where there is one. */
    private Optional<Dispute> dispute(Session session) throws PaymentsUnavailable {
        var charge = StripeSessions.charge(session);
        if (charge.isEmpty() || !Boolean.TRUE.equals(charge.get().getDisputed())) {
            return Optional.empty();
        }
        var params =
                DisputeListParams.builder().setCharge(charge.get().getId()).setLimit(1L).build();
        return desk.find(() -> desk.stripe().disputes().list(params, StripeDesk.looking()))
                .flatMap(found -> found.getData().stream().findFirst());
    }

    /** Stripe's ids tell by their beginning what they are of. */
    Optional<String> paymentOf(String id) throws PaymentsUnavailable {
        var kind = id.substring(0, Math.max(0, id.indexOf('_')));
        var stripe = desk.stripe();
        var options = StripeDesk.looking();
        return switch (kind) {
            case "pi" -> Optional.of(id);
            case "ch", "py" ->
                    payment(() -> stripe.charges().retrieve(id, options), Charge::getPaymentIntent);
            case "re", "pyr" ->
                    payment(() -> stripe.refunds().retrieve(id, options), Refund::getPaymentIntent);
            case "du", "dp" ->
                    payment(
                            () -> stripe.disputes().retrieve(id, options),
                            Dispute::getPaymentIntent);
            case "issfr" ->
                    payment(
                            () -> stripe.radar().earlyFraudWarnings().retrieve(id, options),
                            EarlyFraudWarning::getPaymentIntent);
            default -> Optional.empty();
        };
    }

    private <T> Optional<String> payment(
            Call<T> call, java.util.function.Function<T, @Nullable String> payment)
            throws PaymentsUnavailable {
        return desk.find(call).map(payment);
    }

    /** Whether a refund that we asked for is there, though Stripe's answer got lost. */
    boolean isRefunded(String paymentId, UUID requestId) throws PaymentsUnavailable {
        return refunds(paymentId).stream()
                .map(Refund::getMetadata)
                .anyMatch(metadata ->
                        metadata != null && requestId.toString().equals(metadata.get(REQUEST)));
    }

    List<Change> changesSince(Instant since) throws PaymentsUnavailable {
        var params =
                EventListParams.builder()
                        .addAllType(List.copyOf(Matter.types()))
                        .setCreated(
                                EventListParams.Created.builder()
                                        .setGte(since.getEpochSecond())
                                        .build())
                        .setLimit(PAGE)
                        .build();
        return desk.find(() -> changes(params)).orElseGet(List::of);
    }

    /** Stripe answers the newest first. */
    private List<Change> changes(EventListParams params) throws StripeException {
        var changes = new ArrayList<Change>();
        for (var event :
                desk.stripe().events().list(params, StripeDesk.looking()).autoPagingIterable()) {
            if (changes.size() == MOST_CHANGES) {
                break;
            }
            changes.add(change(event));
        }
        return changes.reversed();
    }

    /** By the raw JSON, because the SDK reads no objects of other releases of the API. */
    private static Change change(Event event) {
        var object = JsonParser.parseString(event.getDataObjectDeserializer().getRawJson());
        var id = object.getAsJsonObject().get("id");
        return new Change(
                event.getId(),
                event.getType(),
                id == null ? "" : id.getAsString(),
                Instant.ofEpochSecond(event.getCreated()));
    }
}
