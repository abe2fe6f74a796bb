package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class FulfilmentOnPostgresTest extends FulfilmentContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
