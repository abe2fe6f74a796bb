package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares a pending order with its provider while its buyer is looking at it, but at most once in
 * {@link #PAUSE}: however often a page is reloaded, the provider has to bear only so much.
 */
@Dependent
class Refresh {
    private static final System.Logger LOG = System.getLogger(Refresh.class.getName());

    static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final Fulfilment fulfilment;
    private final Clock clock;

    @Inject
    Refresh(Database database, Fulfilment fulfilment, Clock clock) {
        this.database = database;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    /** Leaves the order as it is when the provider cannot be asked: the webhook will come. */
    void order(UUID orderId, OrderToken token) {
        pendingSession(orderId, token).ifPresent(session -> fulfil(orderId, session));
    }

    private Optional<String> pendingSession(UUID orderId, OrderToken token) {
        return database.inTransaction(db ->
                OrderBook.find(db, orderId, token)
                        .filter(order -> order.status() == Status.PENDING)
                        .flatMap(PaygateOrder::stripeSessionId)
                        .filter(_ -> mayAsk(db, orderId)));
    }

    private boolean mayAsk(EntityManager db, UUID orderId) {
        var now = clock.instant();
        return OrderBook.check(db, orderId, now.minus(PAUSE), now);
    }

    private void fulfil(UUID orderId, String session) {
        try {
            fulfilment.fulfil(session);
        } catch (PaymentsUnavailable e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Order {0} stays pending: {1}",
                    orderId,
                    e.getMessage());
        }
    }
}
