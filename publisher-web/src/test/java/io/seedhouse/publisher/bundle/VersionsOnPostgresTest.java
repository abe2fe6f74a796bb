package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.TestDatabase;

class VersionsOnPostgresTest extends VersionsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
