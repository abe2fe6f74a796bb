package io.seedhouse.publisher.account;

import io.seedhouse.publisher.TestDatabase;

class RecoveryOnPostgresTest extends RecoveryContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
