package io.seedhouse.paygate.stripe;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.entitlement.Fulfilment.Outcome;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.stripe.StripeEvents.Reading;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deals with events. An event is marked as seen only when it was dealt with to the end, and never
 * when its order was not found: should Stripe send it again, it is looked at again.
 */
@Dependent
class WebhookDesk {
    private static final System.Logger LOG = System.getLogger(WebhookDesk.class.getName());

    private static final Set<String> ABOUT_A_SESSION =
            Set.of(
                    "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired");

    private final StripeEvents events;
    private final Fulfilment fulfilment;
    private final Database database;

    @Inject
    WebhookDesk(StripeEvents events, Fulfilment fulfilment, Database database) {
        this.events = events;
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
        if (ABOUT_A_SESSION.contains(event.type())) {
            try {
                var outcome = fulfilment.fulfil(event.objectId());
                LOG.log(System.Logger.Level.INFO, "Event {0}: {1}", event.id(), outcome);
                if (outcome == Outcome.NOT_OURS) {
                    return Reply.DONE;
                }
            } catch (PaymentsUnavailable e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Event {0} waits: {1}",
                        event.id(),
                        e.getMessage());
                return Reply.LATER;
            }
        }
        remember(event);
        return Reply.DONE;
    }

    private boolean seen(Reading.Genuine event) {
        return database.inTransaction(db -> db.find(SeenEvent.class, event.id()) != null);
    }

    private void remember(Reading.Genuine event) {
        try {
            database.inTransaction(db -> {
                db.persist(new SeenEvent(event.id(), event.type(), events.clock().instant()));
                return event;
            });
        } catch (PersistenceException e) {
            // Fulfilling twice is harmless, so two deliveries at once need no lock, only this.
            LOG.log(System.Logger.Level.DEBUG, "Event {0} came twice at once.", event.id());
        }
    }
}
