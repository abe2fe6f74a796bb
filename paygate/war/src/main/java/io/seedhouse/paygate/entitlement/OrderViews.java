package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders.BuyersOrder;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.paygate.api.Orders.SentMail;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.code.Redeeming;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Orders as others see them, inside the caller's transaction. */
record OrderViews(EntityManager db, String baseUrl) {

    BuyersOrder buyers(PaygateOrder order) {
        return new BuyersOrder(
                order.id(),
                order.bundleId(),
                order.kind(),
                order.title(),
                order.tier(),
                order.email(),
                order.price(),
                order.refunded(),
                order.status(),
                order.owned(),
                Outbox.lastBounced(db, order.id()),
                order.waitsForProof(),
                order.created(),
                Catalogue.release(db, order.bundleId()).map(Release::premiere).orElse(null),
                order.files(),
                "%s/paygate/v1/orders/%s/keyring"
                        .formatted(baseUrl.replaceAll("/+$", ""), order.id()));
    }

    static List<PublishersOrder> ofBundle(EntityManager db, UUID bundleId) {
        var grants = Entitlements.ofBundle(db, bundleId);
        var mails = Outbox.ofBundle(db, bundleId);
        return OrderBook.ofBundle(db, bundleId).stream()
                .map(order ->
                        publishers(
                                db,
                                order,
                                grants.getOrDefault(order.id(), List.of()),
                                mails.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private static PublishersOrder publishers(
            EntityManager db, PaygateOrder order, List<Entitlement> grants, List<SentMail> mails) {
        return new PublishersOrder(
                order.id(),
                order.kind(),
                order.tier(),
                order.email(),
                order.price(),
                order.tip(),
                order.refunded(),
                order.codeId().flatMap(code -> Redeeming.shown(db, code)).orElse(null),
                order.status(),
                order.dispute(),
                order.fraudWarned(),
                order.created(),
                order.paidAt(),
                grants.stream().map(Entitlement::name).distinct().toList(),
                mails);
    }
}
