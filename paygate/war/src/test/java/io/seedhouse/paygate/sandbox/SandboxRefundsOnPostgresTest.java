package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxRefundsOnPostgresTest extends SandboxRefundsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
