package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.door.AddressPrefix;
import io.seedhouse.paygate.fact.History;
import io.seedhouse.paygate.notice.Outbox;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows orders. Has no transaction of its own, because it may have to wait for Stripe. */
@Stateless
@Local(Orders.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderDesk implements Orders {
    /** Else anybody could have mails sent to anybody. */
    private static final int MOST_CORRECTIONS = 5;

    @Inject Database database;
    @Inject Refresh refresh;
    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "seedhouse.base-url")
    String baseUrl;

    /** For the container. */
    public OrderDesk() {}

    OrderDesk(Database database, Refresh refresh, Clock clock, String baseUrl) {
        this.database = database;
        this.refresh = refresh;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public Optional<BuyersOrder> find(UUID orderId, String orderToken) {
        var token = new OrderToken(orderToken);
        refresh.order(orderId, token);
        return database.inTransaction(db ->
                OrderBook.find(db, orderId, token)
                        .map(order -> new OrderViews(db, baseUrl).buyers(order)));
    }

    @Override
    public Correction correct(UUID orderId, String orderToken, String email) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return new Correction.InvalidEmail();
        }
        return database.inTransaction(db ->
                OrderBook.find(db, orderId, new OrderToken(orderToken))
                        .flatMap(order -> OrderBook.lock(db, order.id()))
                        .<Correction>map(order -> correct(db, order, address.get()))
                        .orElseGet(Correction.Unknown::new));
    }

    private Correction correct(EntityManager db, PaygateOrder order, EmailAddress address) {
        if (order.email().equals(address.text())) {
            return new Correction.Corrected();
        }
        if (order.corrections() >= MOST_CORRECTIONS) {
            return new Correction.TooOften();
        }
        var now = clock.instant();
        order.correct(address.text());
        Outbox.redirect(db, order);
        var kind = order.waitsForProof() ? Notices.Kind.CONFIRM : Notices.Kind.RECEIPT;
        if (Outbox.holds(db, kind, order.id())) {
            var occasion = Integer.toString(order.corrections());
            Outbox.tell(db, kind, order, order.price(), occasion, now);
        }
        return new Correction.Corrected();
    }

    @Override
    public List<BuyersOrder> ofAddress(String email) {
        return database.inTransaction(db -> {
            var views = new OrderViews(db, baseUrl);
            return OrderBook.ofAddress(db, email).stream().map(views::buyers).toList();
        });
    }

    @Override
    public Optional<String> issueToken(UUID orderId, String email) {
        return database.inTransaction(db ->
                OrderBook.named(db, orderId)
                        .filter(order -> order.emailKey().equals(PaygateOrder.emailKey(email)))
                        .map(order -> OrderBook.issueToken(db, orderId, clock.instant()).text()));
    }

    @Override
    public int confirm(String email) {
        return database.inTransaction(db ->
                (int)
                        OrderBook.ofAddress(db, email).stream()
                                .filter(PaygateOrder::waitsForProof)
                                .flatMap(order -> OrderBook.lock(db, order.id()).stream())
                                .filter(order -> Entitlements.pay(db, order, clock.instant()))
                                .count());
    }

    /** An address with nothing in its library gets no mail: strangers could else be bothered. */
    @Override
    public void requestLibrary(String email) {
        EmailAddress.parse(email)
                .ifPresent(address ->
                        database.inTransaction(db -> {
                            var orders = OrderBook.ofAddress(db, address.text());
                            if (orders.stream().anyMatch(OrderDesk::isInLibrary)) {
                                Outbox.tellLibrary(db, address.text(), clock.instant());
                            }
                            return orders.size();
                        }));
    }

    private static Delivery delivery(KeyReleases.Released released) {
        return new Delivery(
                released.time(), released.client().map(AddressPrefix::text).orElse("unknown"));
    }

    private static boolean isInLibrary(PaygateOrder order) {
        return order.paidAt() != null || order.waitsForProof();
    }

    @Override
    public List<PublishersOrder> ofBundle(UUID bundleId) {
        return database.inTransaction(db -> OrderViews.ofBundle(db, bundleId));
    }

    @Override
    public Optional<Evidence> evidence(UUID bundleId, UUID orderId) {
        return database.inTransaction(db ->
                OrderViews.ofBundle(db, bundleId).stream()
                        .filter(order -> order.orderId().equals(orderId))
                        .findFirst()
                        .map(order ->
                                new Evidence(
                                        order,
                                        KeyReleases.ofOrder(db, orderId).stream()
                                                .map(OrderDesk::delivery)
                                                .toList(),
                                        History.ofOrder(db, orderId))));
    }
}
