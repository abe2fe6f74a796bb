package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class ExtrasOnH2Test extends ExtrasContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
