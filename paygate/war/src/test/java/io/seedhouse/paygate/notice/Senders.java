package io.seedhouse.paygate.notice;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.database.Database;
import java.time.Clock;

/** Puts the outbox's other end together for tests of others. */
public final class Senders {
    private Senders() {}

    public static Notices notices(Database database, Clock clock) {
        return new NoticeBook(database, clock);
    }
}
