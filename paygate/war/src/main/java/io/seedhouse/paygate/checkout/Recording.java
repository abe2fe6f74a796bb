package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.order.EmailAddress;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.Payments.Purchase;

import jakarta.persistence.EntityManager;

import java.time.Instant;

/** Writes an agreed sale down as an order, inside the caller's transaction. */
record Recording(EntityManager db, Sale.Agreed sale, Instant now) {

    Recorded.Standing record(Request request, EmailAddress address) {
        var order =
                new PaygateOrder(
                        sale.offer(), sale.terms(), sale.release().title(), address.text(), now);
        order.tellPremiere(sale.release().premiere());
        order.tellExtras(sale.release().extras().opens());
        var key = request.idempotencyKey();
        if (key != null) {
            order.answers(key, RequestKey.hash(request));
        }
        db.persist(order);
        db.flush();
        var token = OrderBook.issueToken(db, order.id(), now);
        var confirm = order.price().amount() == 0 && free(order);
        var hold = Entitlements.isOwned(db, order, now);
        if (hold) {
            Outbox.tellOwner(db, order, now);
        }
        return new Recorded.Standing(purchase(order, sale.release().slug(), hold), token, confirm);
    }

    /**
     * Grants what costs nothing, at once or when the address is proved.
     *
     * @return whether it has to be proved
     */
    private boolean free(PaygateOrder order) {
        if (sale.offer().pricing() instanceof Pricing.ForEmail
                && order.kind() == Orders.Kind.PURCHASE) {
            order.waitForProof();
            Outbox.tell(db, Kind.CONFIRM, order, now);
            return true;
        }
        Entitlements.pay(db, order, now);
        return false;
    }

    /**
     * An order that was recorded before, as its first request left it.
     *
     * @param order locked by the caller
     */
    static Recorded.Standing again(
            EntityManager db, PaygateOrder order, OrderToken token, Instant now) {
        var slug = Catalogue.release(db, order.bundleId()).map(Release::slug).orElse("");
        var hold = Entitlements.isOwned(db, order, now);
        return new Recorded.Standing(purchase(order, slug, hold), token, order.waitsForProof());
    }

    private static Purchase purchase(PaygateOrder order, String slug, boolean hold) {
        var price = order.price();
        return new Purchase(
                order.id(),
                order.attempt(),
                order.title(),
                order.tier(),
                slug,
                order.email(),
                new Money(price.amount() - order.tip().amount(), price.currency()),
                order.tip(),
                hold);
    }
}
