package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxApiOnPostgresTest extends SandboxApiContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
