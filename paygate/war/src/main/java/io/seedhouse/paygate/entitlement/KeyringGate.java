package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Release;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.OrderToken;
import io.seedhouse.paygate.order.PaygateOrder;
import io.seedhouse.paygate.payment.Payments;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides whether an order's keyring may leave, and writes down that it did. */
@Dependent
public class KeyringGate {
    private final Database database;
    private final Refresh refresh;
    private final Payments payments;
    private final Clock clock;

    @Inject
    KeyringGate(Database database, Refresh refresh, Payments payments, Clock clock) {
        this.database = database;
        this.refresh = refresh;
        this.payments = payments;
        this.clock = clock;
    }

    /** A pending order is first compared with its provider. */
    public Access open(UUID orderId, OrderToken token) {
        refresh.order(orderId, token);
        return database.inTransaction(db ->
                OrderBook.find(db, orderId, token)
                        .map(order -> decide(db, order))
                        .orElseGet(Access.Unknown::new));
    }

    /** Writes down that a keyring is about to leave; committed when this returns. */
    public void release(Access.Open open) {
        database.inTransaction(db -> {
            db.persist(new KeyRelease(open.orderId(), clock.instant()));
            return open;
        });
    }

    private Access decide(EntityManager db, PaygateOrder order) {
        if (order.status() == Status.PENDING || order.status() == Status.EXPIRED) {
            return new Access.Unpaid(order.status() == Status.EXPIRED);
        }
        if (isPlayMoney(order)) {
            return new Access.Unpaid(true);
        }
        var files = Entitlements.ofOrder(db, order.id());
        if (order.status() != Status.PAID || files.isEmpty()) {
            return new Access.Revoked();
        }
        var now = clock.instant();
        var premiere = Catalogue.release(db, order.bundleId()).flatMap(KeyringGate::premiere);
        if (premiere.isPresent() && now.isBefore(premiere.get())) {
            return new Access.TooEarly(now, premiere.get());
        }
        return new Access.Open(order.id(), order.bundleId(), order.title(), order.tier(), files);
    }

    /** A shop that takes real money may once have tried the sandbox with the same database. */
    private boolean isPlayMoney(PaygateOrder order) {
        return payments.live() && order.price().amount() > 0 && !order.livemode();
    }

    private static Optional<Instant> premiere(Release release) {
        return Optional.ofNullable(release.premiere());
    }

    /** The decision. */
    public sealed interface Access {
        /** No such order, or a wrong token: nobody may learn which. */
        record Unknown() implements Access {}

        /**
         * @param expired whether it can no longer be paid; so too when it was paid with play money
         *     in a shop that takes real money
         */
        record Unpaid(boolean expired) implements Access {}

        /** Refunded or disputed. */
        record Revoked() implements Access {}

        /** Paid, but the film has its premiere later. */
        record TooEarly(Instant now, Instant opens) implements Access {}

        /**
         * @param files those whose identities the keyring holds, never empty
         */
        record Open(UUID orderId, UUID bundleId, String title, String tier, List<PaidFile> files)
                implements Access {}
    }
}
