package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.offer.Catalogue.Untold;
import io.seedhouse.paygate.order.OrderBook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Tells buyers of premieres: that one was moved, and that it has begun. */
@Dependent
class Announcements {
    private final Database database;
    private final Clock clock;

    @Inject
    Announcements(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One transaction for each bundle, so that its buyers are told all or none. */
    void make() {
        var now = clock.instant();
        database.inTransaction(Catalogue::moved)
                .forEach(bundle -> database.inTransaction(db -> tellMoved(db, bundle)));
        database.inTransaction(db -> Catalogue.begun(db, now))
                .forEach(bundle -> database.inTransaction(db -> tellBegun(db, bundle)));
    }

    /** Who bought later has read the new date. */
    private boolean tellMoved(EntityManager db, Untold bundle) {
        if (!Catalogue.told(db, bundle)) {
            return false;
        }
        var now = clock.instant();
        OrderBook.paid(db, bundle.bundleId()).stream()
                .filter(order -> order.tellPremiere(bundle.premiere()))
                .forEach(order ->
                        Outbox.tell(
                                db,
                                Kind.PREMIERE_MOVED,
                                order,
                                order.price(),
                                String.valueOf(bundle.premiere()),
                                now));
        return true;
    }

    /** Who paid after the beginning has the key already. */
    private boolean tellBegun(EntityManager db, Untold bundle) {
        var premiere = bundle.premiere();
        if (premiere == null || !Catalogue.toldBegun(db, bundle)) {
            return false;
        }
        var now = clock.instant();
        OrderBook.paid(db, bundle.bundleId()).stream()
                .filter(order -> order.created().isBefore(premiere))
                .forEach(order -> Outbox.tell(db, Kind.PREMIERE, order, now));
        return true;
    }
}
