package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxApiOnH2Test extends SandboxApiContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
