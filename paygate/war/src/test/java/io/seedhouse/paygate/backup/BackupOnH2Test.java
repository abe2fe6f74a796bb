package io.seedhouse.paygate.backup;

import io.seedhouse.paygate.database.TestDatabase;

class BackupOnH2Test extends BackupContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
