package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxPaymentsOnPostgresTest extends SandboxPaymentsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
