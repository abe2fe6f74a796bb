package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.TestDatabase;

class SandboxEventsOnPostgresTest extends SandboxEventsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
