package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.TestDatabase;

class BundlesOnPostgresTest extends BundlesContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
