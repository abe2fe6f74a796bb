package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.payment.Payments;
import java.time.Clock;

/** Puts the checkout together for tests of others. */
public final class Sellers {
    private Sellers() {}

    public static Checkouts checkouts(Database database, Payments payments, Clock clock) {
        return new CheckoutDesk(
                database, payments, new Fulfilment(database, payments, clock), clock);
    }
}
