package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxFaultsOnH2Test extends SandboxFaultsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
