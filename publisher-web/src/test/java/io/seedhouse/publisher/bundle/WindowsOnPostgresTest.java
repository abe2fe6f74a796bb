package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.TestDatabase;

class WindowsOnPostgresTest extends WindowsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
