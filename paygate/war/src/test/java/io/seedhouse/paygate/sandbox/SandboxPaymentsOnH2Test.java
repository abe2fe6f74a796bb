package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxPaymentsOnH2Test extends SandboxPaymentsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
