package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.TestDatabase;

class BundlesOnH2Test extends BundlesContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
