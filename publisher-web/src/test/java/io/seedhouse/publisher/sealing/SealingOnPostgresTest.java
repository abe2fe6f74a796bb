package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.TestDatabase;

class SealingOnPostgresTest extends SealingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
