package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class RotationOnH2Test extends RotationContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
