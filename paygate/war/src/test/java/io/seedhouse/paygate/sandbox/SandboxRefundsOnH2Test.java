package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxRefundsOnH2Test extends SandboxRefundsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
