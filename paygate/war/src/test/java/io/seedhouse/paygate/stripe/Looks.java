package io.seedhouse.paygate.stripe;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.payment.Payments;
import java.time.Clock;

/** Puts the look at Stripe's events together for tests of others. */
public final class Looks {
    private Looks() {}

    public static MissedEvents of(
            StripeEvents events,
            Payments payments,
            Fulfilment fulfilment,
            Database database,
            Clock clock) {
        return new MissedEvents(
                new WebhookDesk(events, payments, fulfilment, database), database, clock);
    }
}
