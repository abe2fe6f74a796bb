package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxSessionsOnPostgresTest extends SandboxSessionsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
