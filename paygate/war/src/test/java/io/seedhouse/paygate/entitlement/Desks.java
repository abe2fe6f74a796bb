package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.payment.Payments;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Puts the parts of this package together for tests of others. */
public final class Desks {
    private Desks() {}

    public static Orders orders(Database database, Fulfilment fulfilment, Clock clock) {
        return new OrderDesk(
                database,
                new Refresh(database, fulfilment, clock),
                clock,
                "https://films.example/");
    }

    public static KeyringGate gate(
            Database database, Fulfilment fulfilment, Payments payments, Clock clock) {
        return new KeyringGate(
                new Together(database), new Refresh(database, fulfilment, clock), payments, clock);
    }

    public static List<KeyReleases.Released> keyReleases(Database database, UUID orderId) {
        return database.inTransaction(db -> KeyReleases.ofOrder(db, orderId));
    }
}
