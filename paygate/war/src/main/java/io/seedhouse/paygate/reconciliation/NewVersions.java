package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.entitlement.Succession;
import io.seedhouse.paygate.offer.Additions;
import io.seedhouse.paygate.offer.Successors;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Opens new versions to the buyers of earlier ones, an order at a time, so that a version that is
 * published holds up nobody's payment, however many have bought. Who pays for an earlier version
 * later gets the new one at once ({@link Succession}).
 */
@Dependent
class NewVersions {
    private static final System.Logger LOG = System.getLogger(NewVersions.class.getName());

    private static final int MOST = 100;

    /** No payment that could not see the new version yet is still being settled after this. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    @Inject
    NewVersions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Goes on until nobody waits, or only those who cannot be helped now. */
    void open() {
        var now = clock.instant();
        List<UUID> waiting = waiting();
        while (waiting.stream().filter(this::open).count() > 0) {
            waiting = waiting();
        }
        if (waiting.isEmpty()) {
            database.inTransaction(db ->
                    Successors.settle(db, now.minus(SETTLED))
                            + Additions.settle(db, now.minus(SETTLED)));
        }
    }

    private List<UUID> waiting() {
        return database.inTransaction(db -> Succession.waiting(db, MOST));
    }

    private boolean open(UUID orderId) {
        try {
            return database.inTransaction(db -> Succession.open(db, orderId, clock.instant()));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Order " + orderId + " could not be given its new version.",
                    e);
            return false;
        }
    }
}
