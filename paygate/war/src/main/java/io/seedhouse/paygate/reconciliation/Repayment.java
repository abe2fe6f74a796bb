package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.Payments.Refunding;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import io.seedhouse.paygate.refund.RefundRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sends one refund to Stripe, then brings its order up to date. */
@Dependent
class Repayment {
    private static final System.Logger LOG = System.getLogger(Repayment.class.getName());

    private final Database database;
    private final Payments payments;
    private final Fulfilment fulfilment;
    private final Clock clock;

    @Inject
    Repayment(Database database, Payments payments, Fulfilment fulfilment, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    private record Due(String paymentId, Money amount, int attempt) {}

    /** Empty when there is nothing to send any more, or another call is sending it right now. */
    Optional<Refunding> send(UUID requestId) {
        var due =
                database.inTransaction(db ->
                        Optional.ofNullable(db.find(RefundRequest.class, requestId))
                                .flatMap(found -> due(db, found)));
        return due.map(found -> send(requestId, found));
    }

    /** The order's lock lets one of several at once through, which then reads what is true now. */
    private Optional<Due> due(EntityManager db, RefundRequest request) {
        var order = OrderBook.lock(db, request.orderId());
        db.refresh(request);
        return request.state() != RefundRequest.State.REQUESTED
                        || request.isUnderWay(clock.instant())
                ? Optional.empty()
                : order.flatMap(found -> due(found, request));
    }

    private Optional<Due> due(PaygateOrder order, RefundRequest request) {
        var attempt = request.attempt(clock.instant());
        return order.paymentId()
                .map(payment ->
                        new Due(payment, request.amount(order.price().currency()), attempt));
    }

    private Refunding send(UUID requestId, Due due) {
        var answer = payments.refund(due.paymentId(), due.amount(), requestId, due.attempt());
        database.inTransaction(db -> {
            var request = db.find(RefundRequest.class, requestId);
            switch (answer) {
                case Refunding.Done _ -> request.sent();
                case Refunding.Rejected(var reason) -> request.rejected(reason);
                case Refunding.Unavailable _ -> request.unavailable();
            }
            return requestId;
        });
        if (!(answer instanceof Refunding.Unavailable)) {
            bringUpToDate(due.paymentId());
        }
        return answer;
    }

    /** Stripe's own message would do so too, a moment later. */
    private void bringUpToDate(String paymentId) {
        try {
            fulfilment.fulfilPayment(paymentId);
        } catch (PaymentsUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "A refund is seen later: {0}", e.getMessage());
        }
    }
}
