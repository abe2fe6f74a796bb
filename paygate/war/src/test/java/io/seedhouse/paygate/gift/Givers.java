package io.seedhouse.paygate.gift;

import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.database.Database;
import java.time.Clock;

/** Puts gifts together for tests of others. */
public final class Givers {
    private Givers() {}

    public static Gifts gifts(Database database, Clock clock) {
        return new GiftDesk(database, clock);
    }
}
