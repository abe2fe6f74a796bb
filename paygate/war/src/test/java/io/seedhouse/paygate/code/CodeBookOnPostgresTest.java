package io.seedhouse.paygate.code;

import io.seedhouse.paygate.database.TestDatabase;

class CodeBookOnPostgresTest extends CodeBookContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
