package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.offer.Catalogue.Untold;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Tells buyers of premieres: that one was moved, and that it has begun. A premiere may have very
 * many buyers, so they are told in batches, each a transaction of its own; a bundle counts as told
 * with its last, and who was told before a server died is not told again.
 */
@Dependent
class Announcements {
    private static final int BATCH = 500;

    private final Database database;
    private final Clock clock;
    private final int batch;

    @Inject
    Announcements(Database database, Clock clock) {
        this(database, clock, BATCH);
    }

    Announcements(Database database, Clock clock, int batch) {
        this.database = database;
        this.clock = clock;
        this.batch = batch;
    }

    void make() {
        var now = clock.instant();
        database.inTransaction(Catalogue::moved)
                .forEach(bundle -> tell(bundle, this::tellMoved, Catalogue::told));
        database.inTransaction(db -> Catalogue.begun(db, now))
                .forEach(bundle -> tell(bundle, this::tellBegun, Catalogue::toldBegun));
    }

    private interface Telling {
        void tell(EntityManager db, Untold bundle, PaygateOrder order, Instant now);
    }

    private void tell(Untold bundle, Telling telling, BiConsumer<EntityManager, Untold> done) {
        var after = Optional.<UUID>empty();
        do {
            var last = after;
            after = database.inTransaction(db -> tellSome(db, bundle, last, telling, done));
        } while (after.isPresent());
    }

    /** The last who was told, while there may be more. */
    private Optional<UUID> tellSome(
            EntityManager db,
            Untold bundle,
            Optional<UUID> after,
            Telling telling,
            BiConsumer<EntityManager, Untold> done) {
        if (!Catalogue.isStill(db, bundle)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var orders = OrderBook.paid(db, bundle.bundleId(), after, batch);
        orders.forEach(order -> telling.tell(db, bundle, order, now));
        if (orders.size() < batch) {
            done.accept(db, bundle);
            return Optional.empty();
        }
        return Optional.of(orders.getLast().id());
    }

    /** Who bought later has read the new date. */
    private void tellMoved(EntityManager db, Untold bundle, PaygateOrder order, Instant now) {
        if (order.tellPremiere(bundle.premiere())) {
            var occasion = String.valueOf(bundle.premiere());
            Outbox.tell(db, Kind.PREMIERE_MOVED, order, order.price(), occasion, now);
        }
    }

    /** Who paid after the beginning has the key already. */
    private void tellBegun(EntityManager db, Untold bundle, PaygateOrder order, Instant now) {
        if (bundle.premiere() != null && order.created().isBefore(bundle.premiere())) {
            Outbox.tell(db, Kind.PREMIERE, order, now);
        }
    }
}
