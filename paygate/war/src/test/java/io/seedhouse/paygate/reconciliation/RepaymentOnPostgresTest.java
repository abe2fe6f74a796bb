package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.TestDatabase;

class RepaymentOnPostgresTest extends RepaymentContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
