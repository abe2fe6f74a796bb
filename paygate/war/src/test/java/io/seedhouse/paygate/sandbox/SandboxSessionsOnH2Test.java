package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxSessionsOnH2Test extends SandboxSessionsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
