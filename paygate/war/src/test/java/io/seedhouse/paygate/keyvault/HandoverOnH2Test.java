package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class HandoverOnH2Test extends HandoverContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
