package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class ReversalOnH2Test extends ReversalContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
