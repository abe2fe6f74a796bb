package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.TestDatabase;

class VersionsOnH2Test extends VersionsContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
