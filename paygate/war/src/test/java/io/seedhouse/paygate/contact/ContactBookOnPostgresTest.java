package io.seedhouse.paygate.contact;

import io.seedhouse.paygate.database.TestDatabase;

class ContactBookOnPostgresTest extends ContactBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
