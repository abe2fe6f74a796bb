package io.seedhouse.publisher.code;

import io.seedhouse.publisher.TestDatabase;

class MakingOnPostgresTest extends MakingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
