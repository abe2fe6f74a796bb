package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class HandoverOnPostgresTest extends HandoverContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
