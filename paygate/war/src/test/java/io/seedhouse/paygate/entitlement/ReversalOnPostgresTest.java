package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class ReversalOnPostgresTest extends ReversalContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
