package io.seedhouse.paygate.stripe;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.Fulfilment.Outcome;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.stripe.StripeEvents.Reading;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deals with events. An event is marked as seen only when it was dealt with to the end, and never
 * when its order was not found: should Stripe send it again, it is looked at again.
 */
@Dependent
class WebhookDesk {
    private static final System.Logger LOG = System.getLogger(WebhookDesk.class.getName());

    private final StripeEvents events;
    private final Payments payments;
    private final Fulfilment fulfilment;
    private final Database database;

    @Inject
    WebhookDesk(StripeEvents events, Payments payments, Fulfilment fulfilment, Database database) {
        this.events = events;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.database = database;
    }

    /** What to answer Stripe. */
    enum Reply {
        DONE,
        FORGED,
        GARBLED,
        /** Stripe shall send it again later. */
        LATER
    }

    Reply receive(String payload, @Nullable String signature) {
        return switch (events.read(payload, signature)) {
            case Reading.Deaf _ -> {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "STRIPE_WEBHOOK_SECRET is not set; events wait.");
                yield Reply.LATER;
            }
            case Reading.Forged _ -> Reply.FORGED;
            case Reading.Garbled _ -> Reply.GARBLED;
            case Reading.Genuine event -> seen(event) ? Reply.DONE : dealWith(event);
        };
    }

    private Reply dealWith(Reading.Genuine event) {
        try {
            var outcome = outcome(event);
            if (outcome.isPresent()) {
                LOG.log(System.Logger.Level.INFO, "Event {0}: {1}", event.id(), outcome.get());
            }
            if (outcome.filter(Outcome.NOT_OURS::equals).isEmpty()) {
                remember(event);
            }
            return Reply.DONE;
        } catch (PaymentsUnavailable e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Event {0} waits: {1}",
                    event.id(),
                    e.getMessage());
            return Reply.LATER;
        }
    }

    /** Empty for an event that does not concern us. */
    private Optional<Outcome> outcome(Reading.Genuine event) throws PaymentsUnavailable {
        var matter = Matter.of(event.type());
        if (matter.isEmpty() || event.objectId().isEmpty()) {
            return Optional.empty();
        }
        if (matter.get() == Matter.SESSION) {
            return Optional.of(fulfilment.fulfil(event.objectId()));
        }
        var payment = payments.paymentOf(event.objectId());
        if (payment.isEmpty()) {
            return Optional.of(Outcome.NOT_OURS);
        }
        return Optional.of(
                matter.get() == Matter.FRAUD_WARNING
                        ? fulfilment.warned(payment.get())
                        : fulfilment.fulfilPayment(payment.get()));
    }

    /**
     * Deals with what the webhook may have missed.
     *
     * @return up to when everything was dealt with: what had to wait is looked at again
     */
    Instant catchUp(Instant since) throws PaymentsUnavailable {
        var reached = since;
        var complete = true;
        for (var change : payments.changesSince(since)) {
            var event = new Reading.Genuine(change.eventId(), change.type(), change.objectId());
            complete &= seen(event) || dealWith(event) == Reply.DONE;
            reached = complete ? change.at() : reached;
        }
        return reached;
    }

    private boolean seen(Reading.Genuine event) {
        return database.inTransaction(db -> db.find(SeenEvent.class, event.id()) != null);
    }

    private void remember(Reading.Genuine event) {
        try {
            database.inTransaction(db ->
                    db.merge(new SeenEvent(event.id(), event.type(), events.clock().instant())));
        } catch (PersistenceException e) {
            // Fulfilling twice is harmless, so two deliveries at once need no lock, only this.
            LOG.log(System.Logger.Level.DEBUG, "Event {0} came twice at once.", event.id());
        }
    }
}
