package io.seedhouse.paygate.sandbox.clock;

import io.seedhouse.paygate.database.Database;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time as the sandbox has it: the system's plus what it was moved on by. That is kept in the
 * database, so it is the same after a restart and on every node.
 *
 * @param real the system's clock, which signatures are made by: their age is checked
 */
public record SandboxClock(Database database, Clock real) {
    private static final String OFFSET = "clock";

    /** Farther than anything of Stripe's takes, and near enough for every date to be one. */
    public static final Duration FARTHEST = Duration.ofDays(400);

    /** To the millisecond, which every database keeps. */
    public Instant now(EntityManager db) {
        return real.instant().plus(offset(db)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same in a transaction of its own. */
    public Instant now() {
        return database.inTransaction(this::now);
    }

    /**
     * Moves on.
     *
     * @param time not negative, at most {@link #FARTHEST}
     */
    public Instant advance(Duration time) {
        if (time.isNegative() || time.compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException(
                    "the sandbox's clock moves on by 0 s to %d s, not by %d s"
                            .formatted(FARTHEST.toSeconds(), time.toSeconds()));
        }
        return database.inTransaction(db -> {
            Setting.write(db, OFFSET, offset(db).plus(time).toString());
            return now(db);
        });
    }

    private static Duration offset(EntityManager db) {
        return Setting.read(db, OFFSET).map(Duration::parse).orElse(Duration.ZERO);
    }
}
