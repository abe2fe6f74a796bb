package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows orders. Has no transaction of its own, because it may have to wait for Stripe. */
@Stateless
@Local(Orders.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderDesk implements Orders {
    @Inject Database database;
    @Inject Refresh refresh;

    @Inject
    @ConfigProperty(name = "seedhouse.base-url")
    String baseUrl;

    /** For the container. */
    public OrderDesk() {}

    OrderDesk(Database database, Refresh refresh, String baseUrl) {
        this.database = database;
        this.refresh = refresh;
        this.baseUrl = baseUrl;
    }

    @Override
    public Optional<BuyersOrder> find(UUID orderId, String orderToken) {
        var token = new OrderToken(orderToken);
        refresh.order(orderId, token);
        return database.inTransaction(
                db -> OrderBook.find(db, orderId, token).map(this::toBuyersOrder));
    }

    @Override
    public List<PublishersOrder> ofBundle(UUID bundleId) {
        return database.inTransaction(db -> {
            var grants = Entitlements.ofBundle(db, bundleId);
            return OrderBook.ofBundle(db, bundleId).stream()
                    .map(order ->
                            toPublishersOrder(order, grants.getOrDefault(order.id(), List.of())))
                    .toList();
        });
    }

    private BuyersOrder toBuyersOrder(PaygateOrder order) {
        return new BuyersOrder(
                order.id(),
                order.bundleId(),
                order.title(),
                order.tier(),
                order.price(),
                order.status(),
                order.files(),
                "%s/paygate/v1/orders/%s/keyring"
                        .formatted(baseUrl.replaceAll("/+$", ""), order.id()));
    }

    private static PublishersOrder toPublishersOrder(PaygateOrder order, List<Entitlement> grants) {
        return new PublishersOrder(
                order.id(),
                order.tier(),
                order.email(),
                order.price(),
                order.status(),
                order.created(),
                grants.stream().map(Entitlement::name).toList());
    }
}
