package io.seedhouse.paygate.checkout;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Checkouts.Refusal.Code;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.code.Redeeming;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Fulfilment;
import io.seedhouse.paygate.order.EmailAddress;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.PaymentSession.State;
import io.seedhouse.paygate.payment.Payments;
import io.seedhouse.paygate.payment.Payments.Opening;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** Begins purchases: record the order, ask for a checkout session, tie the two together. */
@Stateless
@Local(Checkouts.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckoutDesk implements Checkouts {
    private static final System.Logger LOG = System.getLogger(CheckoutDesk.class.getName());

    private static final String EXPIRED =
            "This checkout has expired and nothing was charged; begin again with another Idempotency-Key.";

    @Inject Database database;
    @Inject Payments payments;
    @Inject Fulfilment fulfilment;
    @Inject Clock clock;

    /** For the container. */
    public CheckoutDesk() {}

    CheckoutDesk(Database database, Payments payments, Fulfilment fulfilment, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    @Override
    public Quote quote(Request request) {
        return switch (database.inTransaction(db -> Sale.of(db, request, clock.instant()))) {
            case Sale.Refused(var why) -> new Quote.Refused(why);
            case Sale.Agreed sale ->
                    new Quote.Quoted(
                            sale.bill().price(),
                            sale.bill().money(sale.bill().discount()),
                            sale.bill().money(sale.bill().tip()),
                            sale.bill().total());
        };
    }

    @Override
    public Begin begin(Request request) {
        var address = EmailAddress.parse(request.email());
        if (address.isEmpty()) {
            return new Begin.Refused(new Refusal.InvalidEmail(request.email()));
        }
        if (!RequestKey.isGood(request.idempotencyKey())) {
            return new Begin.Refused(new Refusal.BadIdempotencyKey());
        }
        var key = Optional.ofNullable(request.idempotencyKey());
        return key.flatMap(this::begun)
                .map(order -> again(order, request))
                .orElseGet(() -> first(request, address.get()));
    }

    private Begin first(Request request, EmailAddress address) {
        supersede(request);
        try {
            return switch (database.inTransaction(db -> record(db, request, address))) {
                case Recorded.Refused(var why) -> new Begin.Refused(why);
                case Recorded.Standing standing -> collect(standing);
            };
        } catch (PersistenceException lostTheRace) {
            var winner = Optional.ofNullable(request.idempotencyKey()).flatMap(this::begun);
            return again(winner.orElseThrow(() -> lostTheRace), request);
        }
    }

    /** A buyer who turned back from an upgrade's payment page may begin another. */
    private void supersede(Request request) {
        var upgrade = request.upgrade();
        if (upgrade == null) {
            return;
        }
        var token = new OrderToken(upgrade.orderToken());
        var open =
                database.inTransaction(db ->
                        OrderBook.find(db, upgrade.orderId(), token).stream()
                                .flatMap(base -> OrderBook.children(db, base.id()).stream())
                                .filter(child -> child.status() == Status.PENDING)
                                .flatMap(child -> child.stripeSessionId().stream())
                                .toList());
        for (var session : open) {
            try {
                payments.close(session);
                fulfilment.fulfil(session);
            } catch (PaymentsUnavailable e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "An earlier upgrade stays open: {0}",
                        e.getMessage());
            }
        }
    }

    private Recorded record(EntityManager db, Request request, EmailAddress address) {
        var upgrade = request.upgrade();
        if (upgrade != null) {
            OrderBook.lock(db, upgrade.orderId()); // two upgrades at once must know of each other
        }
        return switch (Sale.of(db, request, clock.instant())) {
            case Sale.Refused(var why) -> new Recorded.Refused(why);
            case Sale.Agreed sale -> {
                var code = sale.bill().codeId();
                yield code == null || Redeeming.take(db, code)
                        ? new Recording(db, sale, clock.instant()).record(request, address)
                        : new Recorded.Refused(new Refusal.CodeRefused(Code.USED_UP));
            }
        };
    }

    private Begin collect(Recorded.Standing standing) {
        var order = standing.purchase().orderId();
        if (standing.isFree()) {
            return new Begin.Begun(order, standing.token().text(), null, standing.confirm());
        }
        return switch (payments.open(standing.purchase())) {
            case Opening.Opened session -> {
                database.inTransaction(db -> attach(db, standing, session));
                yield new Begin.Begun(order, standing.token().text(), session.url(), false);
            }
            case Opening.Failed failed -> {
                database.inTransaction(
                        db -> OrderBook.lock(db, order).map(found -> Fulfilment.close(db, found)));
                yield new Begin.Unavailable(failed.reason());
            }
        };
    }

    private static boolean attach(
            EntityManager db, Recorded.Standing standing, Opening.Opened session) {
        OrderBook.lock(db, standing.purchase().orderId())
                .filter(order -> order.stripeSessionId().isEmpty())
                .ifPresent(order -> order.attach(session.sessionId(), session.livemode()));
        return true;
    }

    private Optional<PaygateOrder> begun(String key) {
        return database.inTransaction(db -> OrderBook.ofKey(db, key));
    }

    /** The same answer to the same request; the order's token is another, and opens it as well. */
    private Begin again(PaygateOrder order, Request request) {
        if (!order.wasBegunBy(RequestKey.hash(request))) {
            return new Begin.OtherRequest();
        }
        var standing = database.inTransaction(db -> standing(db, order));
        var session = order.stripeSessionId();
        return session.isEmpty() ? collect(standing) : reopened(standing, session.get());
    }

    private Recorded.Standing standing(EntityManager db, PaygateOrder order) {
        var now = clock.instant();
        // First: a token refers to the order, and two that wait for each other's would never end.
        var locked = OrderBook.lock(db, order.id()).orElseThrow();
        var token = OrderBook.issueToken(db, order.id(), now);
        return Recording.again(db, locked, token, now);
    }

    private Begin reopened(Recorded.Standing standing, String sessionId) {
        try {
            var session = payments.read(sessionId);
            if (session.filter(found -> found.state() == State.CLOSED).isPresent()) {
                return new Begin.Unavailable(EXPIRED);
            }
            var url = session.map(found -> Objects.toString(found.url(), ""));
            return new Begin.Begun(
                    standing.purchase().orderId(),
                    standing.token().text(),
                    url.filter(address -> !address.isEmpty()).orElse(null),
                    false);
        } catch (PaymentsUnavailable e) {
            return new Begin.Unavailable(
                    "The payment provider cannot be reached; nothing was charged, try again in a minute.");
        }
    }
}
