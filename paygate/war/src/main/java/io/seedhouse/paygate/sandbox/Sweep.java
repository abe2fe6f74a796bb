package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.call.Idempotency;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.dispute.Disputes;
import io.seedhouse.paygate.sandbox.event.Courier;
import io.seedhouse.paygate.sandbox.event.EventLog;
import io.seedhouse.paygate.sandbox.payment.Refunds;
import io.seedhouse.paygate.sandbox.session.Till;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.ToIntFunction;

/** Does what time brings: sessions expire, debits settle, refunds change, events go out again. */
record Sweep(
        Database database,
        SandboxClock clock,
        Till till,
        Refunds refunds,
        Disputes disputes,
        Courier courier) {

    /** Everything that is due by now. */
    void run() {
        List<ToIntFunction<EntityManager>> chores =
                List.of(till::expireDue, till::settleDue, refunds::settleDue, disputes::lapse);
        for (var chore : chores) {
            while (database.inTransaction(chore::applyAsInt) > 0) {
                // Each does a bounded number at a time and leaves fewer.
            }
        }
        courier.deliverDue();
    }

    /** Forgets what is old enough. */
    void clean() {
        database.inTransaction(db -> {
            var now = clock.now(db);
            Idempotency.forget(db, now);
            EventLog.forget(db, now);
            return now;
        });
    }
}
