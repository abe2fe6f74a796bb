package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class ExtrasOnPostgresTest extends ExtrasContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
