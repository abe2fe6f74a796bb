package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.offer.Catalogue.Untold;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells buyers of premieres and extras: that one was moved, and that it has begun. A premiere may
 * have very many buyers, so they are told in batches, each a transaction of its own; a bundle
 * counts as told with its last, and who was told before a server died is not told again.
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
        for (Occasion occasion : Occasion.values()) {
            database.inTransaction(db -> occasion.due(db, now))
                    .forEach(bundle -> tell(bundle, occasion));
        }
    }

    private void tell(Untold bundle, Occasion occasion) {
        var after = Optional.<UUID>empty();
        do {
            var last = after;
            after = database.inTransaction(db -> tellSome(db, bundle, last, occasion));
        } while (after.isPresent());
    }

    /** The last who was told, while there may be more. */
    private Optional<UUID> tellSome(
            EntityManager db, Untold bundle, Optional<UUID> after, Occasion occasion) {
        if (!occasion.isStill(db, bundle)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var orders = occasion.buyers(db, bundle, after, batch);
        orders.forEach(order -> occasion.tell(db, bundle, order, now));
        if (orders.size() < batch) {
            occasion.done(db, bundle);
            return Optional.empty();
        }
        return Optional.of(orders.getLast().id());
    }
}
