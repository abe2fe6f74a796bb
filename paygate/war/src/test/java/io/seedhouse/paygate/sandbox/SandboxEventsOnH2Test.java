package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxEventsOnH2Test extends SandboxEventsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
