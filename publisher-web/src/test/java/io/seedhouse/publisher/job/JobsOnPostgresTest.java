package io.seedhouse.publisher.job;

import io.seedhouse.publisher.TestDatabase;

class JobsOnPostgresTest extends JobsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
