package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.database.Database;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The offers for tests of other packages. */
public final class Books {
    private Books() {}

    public static <T extends @Nullable Object> T with(Database database, Function<Offers, T> work) {
        return database.inTransaction(db -> work.apply(new OfferBook(db)));
    }
}
