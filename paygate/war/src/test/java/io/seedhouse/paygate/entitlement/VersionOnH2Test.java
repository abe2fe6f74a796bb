package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class VersionOnH2Test extends VersionContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
