package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.database.TestDatabase;

class ResealingOnH2Test extends ResealingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
