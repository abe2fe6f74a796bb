package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.Refunds;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.Payments.Refunding;
import io.seedhouse.paygate.refund.RefundRequest;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes publishers' refunds: recorded and committed first, then sent to Stripe. */
@Stateless
@Local(Refunds.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefundDesk implements Refunds {
    @Inject Database database;
    @Inject Repayment repayment;
    @Inject Clock clock;

    /** For the container. */
    public RefundDesk() {}

    RefundDesk(Database database, Repayment repayment, Clock clock) {
        this.database = database;
        this.repayment = repayment;
        this.clock = clock;
    }

    private sealed interface Recorded {
        record Standing(UUID requestId, Money amount, Money left) implements Recorded {}

        record Refused(Refund why) implements Recorded {}
    }

    @Override
    public Refund refund(UUID bundleId, UUID orderId, @Nullable Long amount, String key) {
        if (amount != null && amount <= 0) {
            throw new IllegalArgumentException("a refund of " + amount + " gives nothing back");
        }
        var recorded =
                database.inTransaction(db ->
                        OrderBook.lock(db, orderId)
                                .filter(order -> order.bundleId().equals(bundleId))
                                .map(order -> record(db, order, amount, key))
                                .orElseGet(() -> new Recorded.Refused(new Refund.Unknown())));
        return switch (recorded) {
            case Recorded.Refused(var why) -> why;
            case Recorded.Standing standing -> send(standing);
        };
    }

    private Refund send(Recorded.Standing standing) {
        var answer = repayment.send(standing.requestId());
        if (answer.isEmpty()) {
            return new Refund.Accepted(standing.amount(), standing.left());
        }
        return switch (answer.get()) {
            case Refunding.Done _ -> new Refund.Accepted(standing.amount(), standing.left());
            case Refunding.Unavailable _ -> new Refund.Delayed(standing.amount());
            case Refunding.Rejected(var reason) -> new Refund.Rejected(reason);
        };
    }

    private Recorded record(
            EntityManager db, PaygateOrder order, @Nullable Long amount, String key) {
        var currency = order.price().currency();
        var left =
                order.price().amount()
                        - order.refunded().amount()
                        - RefundRequest.waiting(db, order.id());
        var before = RefundRequest.ofKey(db, order.id(), key);
        if (before.isPresent()) {
            return repeated(before.get(), currency, amount, left);
        }
        if (order.paymentId().isEmpty() || order.paidAt() == null || left <= 0) {
            return new Recorded.Refused(new Refund.NothingPaid());
        }
        if (order.status() == Status.DISPUTED) {
            return new Recorded.Refused(new Refund.Disputed());
        }
        if (amount != null && amount > left) {
            return new Recorded.Refused(new Refund.AboveWhatIsLeft(new Money(left, currency)));
        }
        var all = amount == null ? left : amount;
        var request = RefundRequest.record(db, order, all, key, clock.instant());
        return new Recorded.Standing(
                request.id(), new Money(all, currency), new Money(left - all, currency));
    }

    private static Recorded repeated(
            RefundRequest before, String currency, @Nullable Long amount, long left) {
        var money = before.amount(currency);
        if (amount != null && amount != money.amount()) {
            return new Recorded.Refused(new Refund.OtherRequest());
        }
        return before.state() == RefundRequest.State.REJECTED
                ? new Recorded.Refused(new Refund.Rejected(before.problem()))
                : new Recorded.Standing(before.id(), money, new Money(left, currency));
    }
}
