package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.contact.Addresses;
import io.seedhouse.paygate.fact.History;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.refund.RefundRequest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Brings an order, whose row the caller has locked, to the state its money is in, with everything
 * that hangs on it: entitlements, mails, facts. The state is told whole each time and not as a
 * step, so it does not matter how often, how late or in which order Stripe's messages come.
 */
final class Settlement {
    private final EntityManager db;
    private final PaygateOrder order;
    private final Instant now;

    Settlement(EntityManager db, PaygateOrder order, Instant now) {
        this.db = db;
        this.order = order;
        this.now = now;
    }

    /**
     * The order is paid for, or needs no money.
     *
     * @return false when that was known
     */
    boolean pay() {
        if (order.paidAt() != null) {
            return false;
        }
        order.pay(now);
        History.record(db, order, "order.paid", order.price(), now);
        if (isOwned()) {
            order.markOwned();
            RefundRequest.recordOwned(db, order, now);
            Outbox.tellOwner(db, order, now);
            return true;
        }
        if (order.kind() != Orders.Kind.GIFT) {
            Entitlements.grant(db, order, now);
        }
        order.giftEmail().ifPresent(address -> Outbox.tellReceiver(db, order, address, now));
        order.consent()
                .ifPresent(words ->
                        Addresses.leave(
                                db, order.bundleId(), order.id(), order.email(), words, now));
        Outbox.tell(db, Kind.RECEIPT, order, now);
        return true;
    }

    /** Nobody pays twice for what they own; a gift is for somebody else. */
    boolean isOwned() {
        var paysForItself =
                order.kind() == Orders.Kind.PURCHASE || order.kind() == Orders.Kind.UPGRADE;
        return paysForItself
                && order.price().amount() > 0
                && Entitlements.owns(
                        db,
                        order.emailKey(),
                        order.files().stream().map(PaidFile::id).toList(),
                        order.id());
    }

    /** What has become of the money since. */
    boolean reverse(PaymentSession session) {
        var refunded = Math.min(session.refunded(), order.price().amount());
        var status = status(session, refunded);
        var word = session.dispute() == PaymentSession.Dispute.NONE ? null : word(session);
        var before = order.status();
        var givenBack = refunded - order.refunded().amount();
        if (before == status && givenBack == 0 && Objects.equals(word, order.dispute())) {
            return false;
        }
        order.reverse(status, refunded, word);
        if (givenBack > 0) {
            tellRefund(givenBack);
        }
        if (before != status) {
            turn(before, status);
        }
        return true;
    }

    private static Status status(PaymentSession session, long refunded) {
        if (session.dispute().takesMoney()) {
            return Status.DISPUTED;
        }
        return refunded > 0 && refunded >= session.total().amount() ? Status.REFUNDED : Status.PAID;
    }

    private static String word(PaymentSession session) {
        return session.dispute().name().toLowerCase(Locale.ROOT);
    }

    /** All that was given back by now tells several partial refunds apart. */
    private void tellRefund(long givenBack) {
        var money = new Money(givenBack, order.price().currency());
        Outbox.tell(db, Kind.REFUND, order, money, Long.toString(order.refunded().amount()), now);
        History.record(db, order, "order.refunded", order.refunded(), now);
    }

    private void turn(Status before, Status after) {
        if (after == Status.PAID) {
            Entitlements.restore(db, order.id());
            OrderBook.children(db, order.id()).forEach(this::openChild);
            Outbox.tell(db, Kind.RESTORED, order, order.price(), now.toString(), now);
            History.record(db, order, "order.restored", order.price(), now);
        } else {
            Entitlements.revoke(db, order.id(), now);
            OrderBook.children(db, order.id()).forEach(child -> closeChild(child, after));
            if (after == Status.DISPUTED) {
                Outbox.tell(db, Kind.DISPUTED, order, now);
                History.record(db, order, "order.disputed", order.price(), now);
            }
        }
    }

    /**
     * An upgrade counted on this order's money, and a gift's other half has no money of its own.
     */
    private void closeChild(PaygateOrder child, Status status) {
        Entitlements.revoke(db, child.id(), now);
        if (child.kind() == Orders.Kind.REDEEMED && child.status() != Status.PENDING) {
            child.reverse(status, 0, null);
        }
    }

    private void openChild(PaygateOrder child) {
        if (child.kind() == Orders.Kind.REDEEMED && child.status() != Status.PENDING) {
            child.reverse(Status.PAID, 0, null);
        }
        if (child.status() == Status.PAID) {
            Entitlements.restore(db, child.id());
        }
    }
}
