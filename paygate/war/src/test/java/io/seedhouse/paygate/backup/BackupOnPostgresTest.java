package io.seedhouse.paygate.backup;

import io.seedhouse.paygate.database.TestDatabase;

class BackupOnPostgresTest extends BackupContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
