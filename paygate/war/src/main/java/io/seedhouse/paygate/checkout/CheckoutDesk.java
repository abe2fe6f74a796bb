package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.Payments.Opening;
import io.seedhouse.paygate.payment.Payments.Purchase;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Begins purchases: record the order, ask for a checkout session, tie the two together. */
@Stateless
@Local(Checkouts.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckoutDesk implements Checkouts {
    @Inject Database database;
    @Inject Payments payments;
    @Inject Clock clock;

    /** For the container. */
    public CheckoutDesk() {}

    CheckoutDesk(Database database, Payments payments, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public Begin begin(UUID offerId, String email) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return new Begin.InvalidEmail(email);
        }
        var token = OrderToken.generate();
        var purchase = database.inTransaction(db -> record(db, offerId, address.get(), token));
        return purchase.<Begin>map(recorded -> collect(recorded, token))
                .orElseGet(() -> new Begin.NotOnSale(offerId));
    }

    private Optional<Purchase> record(
            EntityManager db, UUID offerId, EmailAddress email, OrderToken token) {
        return Catalogue.offer(db, offerId)
                .flatMap(offer ->
                        Catalogue.onSale(db, offer.bundleId())
                                .filter(release -> release.files().containsAll(fileIds(offer)))
                                .map(release -> record(db, offer, release, email, token)));
    }

    private static List<UUID> fileIds(Offer offer) {
        return offer.files().stream().map(PaidFile::id).toList();
    }

    private Purchase record(
            EntityManager db, Offer offer, Release release, EmailAddress email, OrderToken token) {
        var now = clock.instant();
        var order = new PaygateOrder(offer, release.title(), email.text(), token, now);
        db.persist(order);
        db.flush();
        if (offer.price().amount() == 0) {
            Entitlements.pay(db, order, now);
        }
        return new Purchase(
                order.id(),
                order.title(),
                order.tier(),
                release.slug(),
                order.email(),
                order.price());
    }

    private Begin collect(Purchase purchase, OrderToken token) {
        var orderId = purchase.orderId();
        if (purchase.price().amount() == 0) {
            return new Begin.Begun(orderId, token.text(), null);
        }
        return switch (payments.open(purchase)) {
            case Opening.Opened session -> {
                database.inTransaction(db ->
                        OrderBook.attach(db, orderId, session.sessionId(), session.livemode()));
                yield new Begin.Begun(orderId, token.text(), session.url());
            }
            case Opening.Failed failed -> {
                database.inTransaction(db -> OrderBook.expire(db, orderId));
                yield new Begin.Unavailable(failed.reason());
            }
        };
    }
}
