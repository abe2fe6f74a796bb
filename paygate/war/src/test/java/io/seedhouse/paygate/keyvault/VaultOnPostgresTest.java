package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class VaultOnPostgresTest extends VaultContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
