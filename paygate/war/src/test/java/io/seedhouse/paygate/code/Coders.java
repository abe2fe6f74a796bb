package io.seedhouse.paygate.code;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.seedhouse.paygate.api.Codes.Made;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Makes codes for tests of others. */
public final class Coders {
    private Coders() {}

    public static void make(Database database, Clock clock, UUID bundle, NewCode code) {
        database.inTransaction(db ->
                assertInstanceOf(
                        Made.All.class, new CodeBook(db, clock).make(bundle, List.of(code))));
    }
}
