package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.database.TestDatabase;

class RepaymentOnH2Test extends RepaymentContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
