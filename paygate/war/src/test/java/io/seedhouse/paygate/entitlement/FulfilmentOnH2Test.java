package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class FulfilmentOnH2Test extends FulfilmentContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
