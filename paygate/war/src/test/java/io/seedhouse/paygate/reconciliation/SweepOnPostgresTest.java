package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.TestDatabase;

class SweepOnPostgresTest extends SweepContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
