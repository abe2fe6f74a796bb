package io.seedhouse.paygate.fact;

import io.seedhouse.paygate.database.Database;
import java.util.List;

/** Facts as their reader finds them, for tests of others. */
public final class Readers {
    private Readers() {}

    /** Takes all that wait. */
    public static List<String> take(Database database) {
        return database.inTransaction(db -> {
            var book = new FactBook(db);
            var facts = book.pending(1000);
            book.take(facts.stream().map(fact -> fact.id()).toList());
            return facts.stream().map(fact -> fact.what()).toList();
        });
    }
}
