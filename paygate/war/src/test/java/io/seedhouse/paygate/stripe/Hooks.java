package io.seedhouse.paygate.stripe;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.payment.Payments;
import java.util.function.BiFunction;

/** The webhook without its JAX-RS resource. */
public final class Hooks {
    private Hooks() {}

    public static BiFunction<String, String, Integer> hook(
            StripeEvents events, Payments payments, Fulfilment fulfilment, Database database) {
        var desk = new WebhookDesk(events, payments, fulfilment, database);
        return (payload, signature) ->
                switch (desk.receive(payload, signature)) {
                    case DONE -> 200;
                    case FORGED, GARBLED -> 400;
                    case LATER -> 503;
                };
    }
}
