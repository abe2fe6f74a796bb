package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.TestDatabase;

class SharingOnH2Test extends SharingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
