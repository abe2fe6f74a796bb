package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.TestDatabase;

class SweepOnH2Test extends SweepContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
