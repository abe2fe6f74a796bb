package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.TestDatabase;

class DigestsOnPostgresTest extends DigestsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
