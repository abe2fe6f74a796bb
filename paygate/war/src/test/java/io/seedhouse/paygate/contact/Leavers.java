package io.seedhouse.paygate.contact;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.paygate.database.TestClock;
import io.seedhouse.paygate.database.TestDatabase;
import java.util.List;
import java.util.UUID;

/** Who left an address to a publisher, for tests of other packages. */
public final class Leavers {
    private Leavers() {}

    public static List<String> of(TestDatabase database, UUID bundleId) {
        return database.inTransaction(db ->
                new ContactBook(db, new TestClock())
                        .ofBundle(bundleId).stream().map(Contact::email).toList());
    }
}
