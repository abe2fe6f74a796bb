package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxFaultsOnPostgresTest extends SandboxFaultsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
