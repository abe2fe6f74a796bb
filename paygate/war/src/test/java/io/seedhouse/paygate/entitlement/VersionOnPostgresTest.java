package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.database.TestDatabase;

class VersionOnPostgresTest extends VersionContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
