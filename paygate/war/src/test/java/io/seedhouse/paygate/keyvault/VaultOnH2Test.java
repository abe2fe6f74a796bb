package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class VaultOnH2Test extends VaultContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
