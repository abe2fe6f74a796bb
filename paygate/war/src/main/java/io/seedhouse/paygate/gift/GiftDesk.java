package io.seedhouse.paygate.gift;

import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.fact.History;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.order.EmailAddress;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Hands gifts over. */
@Stateless
@Local(Gifts.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GiftDesk implements Gifts {
    /** Tokens of a gift at a time; the oldest gives way. */
    private static final int TOKENS = 20;

    @Inject Database database;
    @Inject Clock clock;

    /** For the container. */
    public GiftDesk() {}

    GiftDesk(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> issueToken(UUID orderId) {
        return database.inTransaction(db ->
                OrderBook.lock(db, orderId)
                        .filter(order -> isOpen(db, order))
                        .map(order -> issue(db, order)));
    }

    @Override
    public Optional<String> issueToken(UUID orderId, String orderToken) {
        return database.inTransaction(db -> OrderBook.find(db, orderId, new OrderToken(orderToken)))
                .flatMap(order -> issueToken(order.id()));
    }

    @Override
    public Optional<Present> look(String giftToken) {
        return database.inTransaction(db ->
                gift(db, giftToken)
                        .filter(order -> isOpen(db, order))
                        .map(order ->
                                new Present(
                                        order.bundleId(),
                                        order.title(),
                                        order.tier(),
                                        order.giftWords())));
    }

    @Override
    public Redemption redeem(String giftToken, String email) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return new Redemption.InvalidEmail();
        }
        return database.inTransaction(db ->
                gift(db, giftToken)
                        .flatMap(order -> OrderBook.lock(db, order.id()))
                        .filter(order -> isOpen(db, order))
                        .<Redemption>map(order -> redeem(db, order, address.get()))
                        .orElseGet(Redemption.Gone::new));
    }

    private Redemption redeem(EntityManager db, PaygateOrder gift, EmailAddress address) {
        var now = clock.instant();
        var order = new PaygateOrder(gift, address.text(), now);
        db.persist(order);
        db.flush();
        Catalogue.release(db, order.bundleId())
                .ifPresent(release -> {
                    order.tellPremiere(release.premiere());
                    order.tellExtras(release.extras().opens());
                });
        Entitlements.pay(db, order, now);
        var token = OrderBook.issueToken(db, order.id(), now);
        History.record(db, gift, "gift.redeemed", gift.price(), now);
        return new Redemption.Redeemed(order.id(), token.text());
    }

    private static Optional<PaygateOrder> gift(EntityManager db, String token) {
        return Optional.ofNullable(db.find(GiftToken.class, new OrderToken(token).hash()))
                .flatMap(found -> OrderBook.named(db, found.orderId()));
    }

    private static boolean isOpen(EntityManager db, PaygateOrder order) {
        return order.kind() == Kind.GIFT
                && order.status() == Status.PAID
                && OrderBook.children(db, order.id()).isEmpty();
    }

    private String issue(EntityManager db, PaygateOrder order) {
        var token = OrderToken.generate();
        db.persist(new GiftToken(token, order.id(), clock.instant()));
        db.createQuery(
                        "select t from GiftToken t where t.orderId = :order"
                                + " order by t.created desc",
                        GiftToken.class)
                .setParameter("order", order.id())
                .setFirstResult(TOKENS)
                .getResultList()
                .forEach(db::remove);
        return token.text();
    }
}
