package io.seedhouse.paygate.stripe;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks Stripe what has happened, for the case that its webhook was not heard. Remembers up to when
 * it asked, and goes back a little further each time, because events are listed a moment late.
 */
@Dependent
public class MissedEvents {
    /** Stripe keeps events for 30 days; it tries to deliver one for three. */
    private static final Duration FIRST_LOOK = Duration.ofDays(3);

    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final WebhookDesk desk;
    private final Database database;
    private final Clock clock;

    @Inject
    MissedEvents(WebhookDesk desk, Database database, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Deals with all there is.
     *
     * @throws PaymentsUnavailable when Stripe cannot be asked; ask again later
     */
    public void catchUp() throws PaymentsUnavailable {
        var since = database.inTransaction(db -> db.find(Reached.class, Reached.ONLY));
        var reached =
                desk.catchUp(
                        since == null
                                ? clock.instant().minus(FIRST_LOOK)
                                : since.until().minus(OVERLAP));
        remember(since == null ? reached : later(since.until(), reached));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void remember(Instant reached) {
        database.inTransaction(db -> db.merge(new Reached(reached)));
    }
}
