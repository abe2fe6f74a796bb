package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxDisputesOnPostgresTest extends SandboxDisputesContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
