package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;

class SharingOnPostgresTest extends SharingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
