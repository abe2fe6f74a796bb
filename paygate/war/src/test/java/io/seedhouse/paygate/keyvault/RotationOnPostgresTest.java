package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class RotationOnPostgresTest extends RotationContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
