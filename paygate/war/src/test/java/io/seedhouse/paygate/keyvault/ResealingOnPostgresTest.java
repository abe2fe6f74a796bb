package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class ResealingOnPostgresTest extends ResealingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
