package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxDisputesOnH2Test extends SandboxDisputesContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
